// SPDX-License-Identifier: MIT
//
// save.ts: hands the result to the reader as a file. Nothing leaves the device.

export function resultFileName(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `selfcheck-result-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}.json`;
}

export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(
    new Blob([text], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
