import { type NextRequest, NextResponse } from "next/server";

/** Tells pages their own address, so that one that asks for a sign-in can be come back to. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: "/((?!api/|_next/|.*\\.[a-z]+$).*)" };
