import { onlyByHost, type RedirectRule } from "./redirects.ts";

/** A function of CloudFront may have ten kilobytes; the code itself has one. */
const TABLE_LIMIT_BYTES = 8000;

/**
 * The function for viewer requests: finds a folder's page, leads addresses
 * without a slash and old ones on, and keeps Vervain's own objects from readers.
 * Where the table of old addresses is too long only those with a query are in
 * it; pages stand at the others.
 */
export function cloudFrontFunction(redirects: readonly RedirectRule[]): string {
  const all = table(redirects);
  const moved = all.length <= TABLE_LIMIT_BYTES ? all : table(onlyByHost(redirects));
  return CODE.replace("MOVED", () => (moved.length <= TABLE_LIMIT_BYTES ? moved : "{}"));
}

function table(redirects: readonly RedirectRule[]): string {
  const entries = redirects.map(({ from, query, to }) => [
    encodeURI(from) + (query.length > 0 ? `?${query.join("&")}` : ""),
    to,
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

const CODE = `// Made by Vervain. For the event "viewer request" of every behaviour.
var moved = MOVED;

function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (/\\/\\.(?!well-known\\/)/.test(uri)) return { statusCode: 404, statusDescription: "Not Found" };
  var query = Object.keys(request.querystring || {}).map(function (name) {
    return name + "=" + request.querystring[name].value;
  });
  var to = own(uri + "?" + query.join("&")) || own(uri);
  if (to) return leadTo(to);
  if (uri.endsWith("/")) request.uri = uri + "index.html";
  // One slash at the start: "//other.example/" would lead away.
  else if (!uri.slice(uri.lastIndexOf("/")).includes("."))
    return leadTo("/" + uri.replace(/^\\/+/, "") + "/" + (query.length > 0 ? "?" + query.join("&") : ""));
  return request;
}

function own(address) {
  return Object.prototype.hasOwnProperty.call(moved, address) ? moved[address] : null;
}

function leadTo(address) {
  return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: address } } };
}
`;
