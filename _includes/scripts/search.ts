// Search on Pagefind's index, fetched when somebody goes to type. Text becomes nodes, never HTML.

/** What we call of Pagefind's own script, which the site serves below /pagefind/. */
interface Pagefind {
  options(options: { noWorker: boolean; baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: readonly { data(): Promise<Fragment> }[] } | null>;
}

interface Fragment {
  readonly url: string;
  readonly meta: { readonly title?: string };
  /** Escaped text with `<mark>` around what was found. */
  readonly excerpt: string;
}

const HIT_LIMIT = 10;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  "#39": "'",
  "#x27": "'",
};

let index: Promise<Pagefind> | undefined;

/** @param folder of its host in which the site lies: "/repo"; "" at the top */
function open(folder: string): Promise<Pagefind> {
  index ??= import(`${folder}/pagefind/pagefind.js`).then(async (pagefind: Pagefind) => {
    // A worker's address is refused under `require-trusted-types-for`; an index of articles is small enough without.
    await pagefind.options({ noWorker: true, baseUrl: `${folder}/` });
    await pagefind.init();
    return pagefind;
  });
  return index;
}

function connect(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input");
  const status = form.querySelector<HTMLElement>("[role=status]");
  const hits = form.querySelector<HTMLElement>(".hits");
  if (input === null || status === null || hits === null) return;
  const { none = "", failed = "", counts = "{}", folder = "" } = form.dataset;
  const run = async (): Promise<void> => {
    const query = input.value.trim();
    if (query === "") {
      hits.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const found = await (await open(folder)).debouncedSearch(query);
      // Null: a newer search is under way.
      if (found === null) return;
      const fragments = await Promise.all(found.results.slice(0, HIT_LIMIT).map((result) => result.data()));
      hits.replaceChildren(...fragments.map(hit));
      const { length } = found.results;
      status.textContent = length === 0 ? none.replace("{query}", query) : countText(counts, length);
    } catch {
      index = undefined;
      status.textContent = failed;
    }
  };
  input.addEventListener("input", run);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked !== null && form.closest("dialog") === null) input.value = asked;
  if (input.value !== "") run();
}

function countText(forms: string, count: number): string {
  const { lang } = document.documentElement;
  const words: Readonly<Record<string, string>> = JSON.parse(forms);
  const form = words[new Intl.PluralRules(lang).select(count)] ?? words.other ?? "";
  return form.replace("{count}", new Intl.NumberFormat(lang).format(count));
}

function hit({ url, meta, excerpt }: Fragment): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta.title ?? url;
  const text = document.createElement("p");
  text.append(...marked(excerpt));
  item.append(link, text);
  return item;
}

/** "a <mark>b</mark> c" as nodes. */
function marked(excerpt: string): (Node | string)[] {
  return excerpt.split(/<\/?mark>/).map((part, place) => {
    const text = part.replace(/&(#?\w{1,5});/g, (whole, name: string) => ENTITIES[name] ?? whole);
    if (place % 2 === 0) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>("form.search")) connect(form);
