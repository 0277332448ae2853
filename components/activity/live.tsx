"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the server anew every few seconds, as long as somebody can see the page. */
export function Live({ seconds }: { seconds: number }) {
  const { refresh } = useRouter();
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && refresh();
    const timer = setInterval(look, seconds * 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh, seconds]);
  return null;
}
