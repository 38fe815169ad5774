export const groups: Record<"faces" | "people" | "nature" | "food" | "travel" | "things" | "symbols" | "flags", string>;
