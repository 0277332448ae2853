export function Wordmark() {
  return (
    <span className="flex items-center gap-2 text-[0.9375rem] font-semibold tracking-[-0.01em]">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden className="text-accent-ink">
        <path
          d="M3 4h14M3 10h9M3 16h5"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
      </svg>
      EasyCart
    </span>
  );
}
