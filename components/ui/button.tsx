import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonStyle } from "./button-style";
import { cn } from "./cn";

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  icon?: ReactNode;
  /** The press is being worked on: nothing else can be pressed, the focus stays. */
  pending?: boolean;
  /** What the button says meanwhile ("Publikuję"). Its room is kept from the start, so the width never moves. */
  pendingLabel?: string;
}

export function Button({
  variant,
  size,
  icon,
  pending = false,
  pendingLabel,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  const waits = pending ? { "aria-busy": true, "aria-disabled": true, onClick: stop } : {};
  return (
    <button
      type={type}
      className={cn(buttonStyle({ variant, size }), pending && "cursor-progress", className)}
      {...rest}
      {...waits}
    >
      {pendingLabel === undefined ? (
        <>
          {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : icon}
          {children}
        </>
      ) : (
        <span className="grid place-items-center">
          <Face shown={!pending} icon={icon}>
            {children}
          </Face>
          <Face shown={pending} icon={<LoaderCircle aria-hidden className="animate-spin" />}>
            {pendingLabel}
          </Face>
        </span>
      )}
    </button>
  );
}

function stop(event: { preventDefault(): void }) {
  event.preventDefault();
}

function Face({
  shown,
  icon,
  children,
}: {
  shown: boolean;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "col-start-1 row-start-1 inline-flex items-center gap-2",
        !shown && "invisible",
      )}
    >
      {icon}
      {children}
    </span>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  /** What a press does, for those who can't see the icon. */
  label: string;
  variant?: ButtonLook["variant"];
}

export function IconButton({ label, variant = "ghost", className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      className={cn(buttonStyle({ variant, size: "icon" }), "base:text-ink-3", className)}
      {...rest}
    />
  );
}
