import { cva, type VariantProps } from "class-variance-authority";

const filled = "disabled:border-transparent disabled:bg-idle-soft";

export const buttonStyle = cva(
  [
    "inline-flex items-center justify-center rounded-control border font-medium base:gap-2",
    "whitespace-nowrap select-none transition-colors",
    "disabled:cursor-not-allowed disabled:text-ink-3",
    "[&_svg]:shrink-0 base:[&_svg]:size-4",
  ],
  {
    variants: {
      variant: {
        primary: [
          filled,
          "border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-hover",
        ],
        secondary: [
          filled,
          "border-line-strong bg-raised base:text-ink not-disabled:hover:border-control not-disabled:hover:bg-sunken",
        ],
        ghost:
          "border-transparent base:text-ink-2 not-disabled:hover:bg-sunken not-disabled:hover:text-ink",
        danger: [
          filled,
          "border-line-strong bg-raised text-bad not-disabled:hover:border-bad not-disabled:hover:bg-bad-soft",
        ],
        destroy: [
          filled,
          "border-transparent bg-bad-fill text-on-bad not-disabled:hover:brightness-90",
        ],
      },
      size: {
        base: "base:h-9 base:max-md:h-11",
        small: "base:h-8 base:gap-1.5 base:px-2.5 base:text-small base:max-md:h-10",
        wide: "h-10 w-full px-3.5 max-md:h-11",
        icon: "base:size-8 base:max-md:size-10",
      },
    },
    compoundVariants: [
      { variant: "ghost", size: "base", className: "base:px-2.5" },
      {
        variant: ["primary", "secondary", "danger", "destroy"],
        size: "base",
        className: "base:px-3.5",
      },
    ],
    defaultVariants: { variant: "secondary", size: "base" },
  },
);

export type ButtonLook = VariantProps<typeof buttonStyle>;
