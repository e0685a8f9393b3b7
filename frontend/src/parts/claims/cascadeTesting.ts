import { readFileSync } from "node:fs";

/**
 * For tests: give what `look` sees when the marks of claims come before a screen's rules, and after
 * them. Which it is depends on what somebody has visited before.
 */
export function inEitherOrder<Seen>(screen: string, look: () => Seen): Seen[] {
  const [shared, own] = ["parts/claims/ClaimMarks", screen].map((name) =>
    readFileSync(`src/${name}.module.css`, "utf8"),
  );
  for (const one of document.body.querySelectorAll("[class]")) {
    const names = one.getAttribute("class") ?? "";
    one.setAttribute("class", names.replace(/_(\w+)_[0-9a-f]{6}\b/g, "$1"));
  }
  return [`${shared}${own}`, `${own}${shared}`].map((rules) => {
    const style = document.createElement("style");
    style.textContent = rules;
    document.head.append(style);
    const seen = look();
    style.remove();
    return seen;
  });
}
