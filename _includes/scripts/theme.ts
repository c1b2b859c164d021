// What the page can do without, and does better with. Nothing here writes HTML from text.
// Runs before the body is parsed, so that a chosen colour scheme never flashes: it travels beside the style
// sheet, which the first paint waits for anyway. A second script would cost a request more than it saves.

/** The scheme the reader chose on this site, if any. */
function chosenColours(): string | null {
  try {
    return localStorage.getItem("colours");
  } catch {
    // Storage is closed to us: the system's colours stand.
    return null;
  }
}

/** Three-state colour switch; the style sheet shows it only where this script runs. */
function colourSwitch(group: HTMLElement): void {
  const buttons = [...group.querySelectorAll("button")];
  const show = (): void => {
    const chosen = root.dataset.colours ?? "system";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === chosen));
  };
  group.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.value === "system") delete root.dataset.colours;
    else root.dataset.colours = target.value;
    show();
    try {
      localStorage.setItem("colours", target.value);
    } catch {
      // The choice lasts for this page only.
    }
  });
  show();
}

/** A numeral's link is copied as it is followed; the note is read out. */
function copyLinks(text: string): void {
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a.num") : null;
    if (link === null || navigator.clipboard === undefined) return;
    navigator.clipboard.writeText(link.href).then(
      () => announce(text),
      () => undefined,
    );
  });
}

function announce(text: string): void {
  const note = document.createElement("p");
  note.className = "copied";
  note.role = "status";
  document.body.append(note);
  // The region has to be there before its text, or it is not read out.
  setTimeout(() => note.append(text), 50);
  setTimeout(() => note.remove(), 2500);
}

/** Marks in the contents what is being read. */
function followContents(contents: HTMLElement): void {
  const links = new Map(
    [...contents.querySelectorAll<HTMLAnchorElement>("a")].map((link) => [link.hash.slice(1), link]),
  );
  const headings = [...links.keys()].flatMap((id) => document.getElementById(decodeURIComponent(id)) ?? []);
  const mark = new IntersectionObserver(
    () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      const current = passed.at(-1)?.id ?? "";
      for (const [id, link] of links)
        if (decodeURIComponent(id) === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
    },
    { rootMargin: "0px 0px -66% 0px" },
  );
  for (const heading of headings) mark.observe(heading);
}

/**
 * Opens search in a dialog, made on first use from the search page's own form: other pages need not carry it.
 * Read as a document and not as HTML from text, which Trusted Types refuse. Any failure follows the link.
 */
function searchDialog(link: HTMLAnchorElement): void {
  let dialog: HTMLDialogElement | undefined;
  const open = (): void => {
    dialog?.showModal();
    dialog?.querySelector<HTMLInputElement>("input")?.focus();
  };
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (dialog !== undefined) return open();
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onloadend = () => {
      const form = request.response?.querySelector("form.search") as HTMLFormElement | null;
      if (form == null) return location.assign(link.href);
      dialog = makeDialog(document.importNode(form, true), link.text);
      open();
    };
    request.open("GET", link.href);
    request.send();
  });
}

function makeDialog(form: HTMLFormElement, label: string): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  dialog.className = "finder";
  dialog.ariaLabel = label;
  close.type = "button";
  close.textContent = form.dataset.close ?? "×";
  close.addEventListener("click", () => dialog.close());
  dialog.append(close, form);
  document.body.append(dialog);
  searchForm(form);
  return dialog;
}

/** The search script is fetched when somebody goes to type. */
function searchForm(form: HTMLFormElement): void {
  const { script } = form.dataset;
  if (script === undefined) return;
  const load = (): void => {
    import(script).catch(() => undefined);
  };
  form.addEventListener("focusin", load, { once: true });
  if (location.pathname === form.getAttribute("action") && location.search !== "") load();
}

/** Code and tables that scroll can be come to by keyboard (WCAG 2.1.1): not every browser sees to it. */
function reachScrollers(): void {
  for (const wide of document.querySelectorAll<HTMLElement>(".prose :is(pre, table)"))
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
}

/** Everything that needs the page's elements. */
function enhance(): void {
  const colours = document.querySelector<HTMLElement>(".colours");
  if (colours !== null) colourSwitch(colours);
  const { copied } = document.body.dataset;
  if (copied !== undefined) copyLinks(copied);
  const contents = document.querySelector<HTMLElement>(".contents");
  if (contents !== null) followContents(contents);
  const form = document.querySelector<HTMLFormElement>(".search");
  const find = document.querySelector<HTMLAnchorElement>(".find");
  if (form !== null) searchForm(form);
  else if (find !== null) searchDialog(find);
}

const root = document.documentElement;
root.dataset.script = "";
const chosen = chosenColours();
if (chosen === "light" || chosen === "dark") root.dataset.colours = chosen;
document.addEventListener("DOMContentLoaded", enhance);
// Widths are known when the style sheet is there, and change with the window.
for (const event of ["load", "resize"]) addEventListener(event, reachScrollers);
