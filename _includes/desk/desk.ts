// The desk works without this; with it nothing has to be loaded anew.
import { fetchPage, onBuild, sendForm } from "./live.ts";

const root = document.documentElement;
try {
  // As the site's own switch has it.
  const chosen = localStorage.getItem("colours");
  if (chosen === "light" || chosen === "dark") root.dataset.colours = chosen;
} catch {
  // Storage is closed to us: the system's colours stand.
}

/** The newest request; answers to older ones come too late. */
let asked = 0;

/** Puts what an address shows in place of what is shown, and keeps the reader's place. */
async function show(address: string): Promise<void> {
  const mine = ++asked;
  const page = await fetchPage(address);
  const fresh = page?.querySelector("main[data-live]");
  const main = document.querySelector("main[data-live]");
  if (mine !== asked || !fresh || !main) return;
  const form = main.querySelector("form[data-filter]");
  const copy = document.importNode(fresh, true);
  // The form stays: somebody may be typing in it.
  const place = copy.querySelector("form[data-filter]");
  const focused = document.activeElement instanceof HTMLElement ? focusKey(document.activeElement) : "";
  if (form && place && form.contains(document.activeElement)) place.replaceWith(form);
  const open = new Set(
    [...main.querySelectorAll("details[open] > summary")].map(({ textContent }) => textContent),
  );
  for (const summary of copy.querySelectorAll("details > summary"))
    if (open.has(summary.textContent)) (summary.parentElement as HTMLDetailsElement).open = true;
  // What is read out is said in an element that is there already.
  const [count, freshCount] = [main.querySelector(".count"), copy.querySelector(".count")];
  if (count && freshCount) {
    if (count.textContent !== freshCount.textContent) count.textContent = freshCount.textContent;
    freshCount.replaceWith(count);
  }
  const [said, freshSaid] = [main.querySelector(".said"), copy.querySelector(".said")];
  if (said && freshSaid?.textContent === "") freshSaid.replaceWith(said);
  main.replaceChildren(...copy.childNodes);
  if (focused !== "") main.querySelector<HTMLElement>(focused)?.focus();
}

/** Finds a head of the table again; its address turns when it is sorted by. */
function focusKey(element: HTMLElement): string {
  const head = element.closest("th[scope=col]");
  if (!head?.parentElement) return "";
  return `th[scope=col]:nth-child(${[...head.parentElement.children].indexOf(head) + 1}) a`;
}

function go(address: string): void {
  history.replaceState(null, "", address);
  void show(address);
}

function filter(form: HTMLFormElement): void {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value !== "") params.set(name, value);
  go(params.size === 0 ? "./" : `./?${params}`);
}

async function write(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const { message } = await sendForm(form, button);
  const said = document.querySelector(".said");
  if (said !== null) said.textContent = message;
}

document.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || !(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>("a[data-sort]");
  if (link === null) return;
  event.preventDefault();
  go(link.href);
});
document.addEventListener("input", ({ target }) => {
  const form = target instanceof Element ? target.closest<HTMLFormElement>("form[data-filter]") : null;
  if (form !== null) filter(form);
});
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.matches("[data-filter]")) {
    event.preventDefault();
    filter(form);
  } else if (form.matches("[data-write]")) {
    event.preventDefault();
    void write(form, event.submitter);
  }
});
onBuild(() => void show(location.href));
