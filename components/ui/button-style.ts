import { cva, type VariantProps } from "class-variance-authority";

export const buttonStyle = cva(
  [
    "inline-flex items-center justify-center gap-2 rounded-control border border-transparent font-medium",
    "whitespace-nowrap select-none transition-colors",
    "disabled:cursor-not-allowed disabled:border-transparent disabled:bg-idle-soft disabled:text-ink-3",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent not-disabled:hover:bg-accent-hover",
        secondary:
          "border-line-strong bg-raised text-ink not-disabled:hover:border-control not-disabled:hover:bg-sunken",
        ghost:
          "text-ink-2 not-disabled:hover:bg-sunken not-disabled:hover:text-ink disabled:bg-transparent",
        danger:
          "border-line-strong bg-raised text-bad not-disabled:hover:border-bad not-disabled:hover:bg-bad-soft",
        destroy: "bg-bad-fill text-on-bad not-disabled:hover:brightness-90",
      },
      size: {
        base: "h-9 px-3.5 max-md:h-11",
        small: "h-8 gap-1.5 px-2.5 text-small max-md:h-10",
        wide: "h-10 w-full px-3.5 max-md:h-11",
        icon: "size-8 p-0 text-ink-3 max-md:size-10",
      },
    },
    compoundVariants: [{ variant: "ghost", size: "base", className: "px-2.5" }],
    defaultVariants: { variant: "secondary", size: "base" },
  },
);

export type ButtonLook = VariantProps<typeof buttonStyle>;
