import { hash } from "node:crypto";

/** SHA-256 of bytes, or of a text in UTF-8: 43 characters of URL-safe base 64. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url");
}
