import { expect, it } from "vitest";
import { activeItem } from "./navigation";

const items = [{ href: "/" }, { href: "/products" }, { href: "/products/archive" }];

it.each([
  ["/", "/"],
  ["/products", "/products"],
  ["/products/7/automations", "/products"],
  ["/products/archive/2", "/products/archive"],
  ["/productsheet", undefined],
])("on %s the item %s is active", (pathname, href) => {
  expect(activeItem(items, pathname)?.href).toBe(href);
});
