import localFont from "next/font/local";

// Loaded from the package's files, not through its modules, so that the mono face, which few pages
// show, isn't preloaded on all of them. Both files carry Latin Extended-A, and so all Polish letters.
export const sans = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  weight: "100 900",
});

export const mono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  preload: false,
  adjustFontFallback: false,
});
