// The writer's panel on a page that is served; no build has it. What it shows is made on the server.
import { fetchPage, onBuild, sendForm } from "./live.ts";

/** Where the writer's choice is remembered: "open" or "closed". */
const KEY = "vervain-panel";

function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(choice: string): void {
  try {
    sessionStorage.setItem(KEY, choice);
  } catch {
    // The choice lasts for this page only.
  }
}

class VervainPanel extends HTMLElement {
  readonly #root = this.attachShadow({ mode: "open" });
  readonly #button = document.createElement("button");
  readonly #body = document.createElement("div");
  #isMade = false;

  connectedCallback(): void {
    if (this.#isMade) return;
    this.#isMade = true;
    this.#button.type = "button";
    this.#button.className = "tab-button";
    this.#button.setAttribute("aria-controls", "body");
    this.#button.addEventListener("click", () => this.#choose(this.#body.hidden === true));
    this.#body.id = "body";
    this.#body.className = "body";
    this.#body.role = "region";
    this.#body.ariaLabel = "For the writer";
    this.#body.tabIndex = 0;
    this.#body.addEventListener("submit", (event) => void this.#write(event as SubmitEvent));
    this.lang = "en";
    this.dir = "ltr";
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if (!this.#body.hidden) this.#choose(false);
    });
    onBuild(() => void this.#fill());
    void this.#fill();
  }

  async #fill(): Promise<void> {
    const { desk = "/_vervain/", page = "" } = this.dataset;
    const answer = await fetchPage(`${desk}panel?page=${encodeURIComponent(page)}`);
    const content = answer?.body.firstElementChild;
    const style = answer?.querySelector("link[rel=stylesheet]");
    if (!(content instanceof HTMLElement) || !style) return;
    const open = new Set(this.#openParts());
    const { summary = "", errors = "0" } = content.dataset;
    const copy = document.importNode(content, true);
    for (const part of copy.querySelectorAll("details")) if (open.has(nameOf(part))) part.open = true;
    // What was just written stays said when the build that follows is through.
    const [said, freshSaid] = [this.#body.querySelector(".said"), copy.querySelector(".said")];
    if (said && freshSaid) freshSaid.replaceWith(said);
    this.#body.replaceChildren(copy);
    this.#button.textContent = summary;
    this.#button.classList.toggle("bad", errors !== "0");
    if (this.#root.childElementCount === 0) {
      this.#root.append(document.importNode(style, true), this.#button, this.#body);
      // Advice waits to be asked for; an error does not.
      this.#show(remembered() === "open" || errors !== "0");
    }
  }

  /** Parts that the writer has opened; a new build leaves them so. */
  #openParts(): string[] {
    return [...this.#body.querySelectorAll<HTMLDetailsElement>("details[open]")].map(nameOf);
  }

  #choose(isOpen: boolean): void {
    const hadFocus = this.#root.activeElement !== null;
    remember(isOpen ? "open" : "closed");
    this.#show(isOpen);
    if (hadFocus) (isOpen ? this.#body : this.#button).focus();
  }

  #show(isOpen: boolean): void {
    this.#body.hidden = !isOpen;
    this.#button.ariaExpanded = String(isOpen);
    this.#button.title = isOpen ? "Close (Escape)" : "Open the writer's panel";
  }

  async #write(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement;
    if (!form.matches("[data-write]")) return;
    event.preventDefault();
    const { message } = await sendForm(form, event.submitter);
    const said = this.#body.querySelector(".said");
    if (said === null) return;
    said.textContent = message;
    said.scrollIntoView({ block: "nearest" });
  }
}

/** A part by what it is about, whatever number stands in its summary. */
function nameOf(part: HTMLDetailsElement): string {
  return (part.querySelector("summary")?.textContent ?? "").replace(/\d+/g, "");
}

customElements.define("vervain-panel", VervainPanel);
