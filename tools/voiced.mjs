// SPDX-License-Identifier: MIT
//
// voiced.mjs: content with one side of each alternation "{you|they}": what a reader who answers for themselves sees, or
// ("other") one who answers for somebody else. As engine::voiced does, for what reads content without the engine.

export function voiced(texts, voice = "self") {
  if (typeof texts === "string") {
    return texts.replace(/\{([^{}|]*)\|([^{}]*)\}/g, (_, self, other) => (voice === "self" ? self : other));
  }
  if (Array.isArray(texts)) return texts.map((one) => voiced(one, voice));
  if (texts === null || typeof texts !== "object") return texts;
  return Object.fromEntries(Object.entries(texts).map(([name, one]) => [name, voiced(one, voice)]));
}
