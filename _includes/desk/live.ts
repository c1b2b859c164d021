// The development server tells every page of a new build over its WebSocket; so it tells the desk.

/** Calls back soon after each build, whole or stopped. */
export function onBuild(callback: () => void): void {
  const socket = new WebSocket(location.origin.replace(/^http/, "ws"));
  socket.addEventListener("message", ({ data }) => {
    const { type } = JSON.parse(String(data)) as { type?: string };
    if (type === "eleventy.reload" || type === "eleventy.error") setTimeout(callback, 100);
  });
}

/**
 * Fetches a page of this server as a document: nothing is ever made of text,
 * which Trusted Types refuse. Null where it does not come.
 */
export function fetchPage(address: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onloadend = () => resolve(request.status === 200 ? (request.response as Document | null) : null);
    request.open("GET", address);
    request.send();
  });
}

/** Sends a form and gives what the server said of it; `isDone` where it wrote. */
export async function sendForm(
  form: HTMLFormElement,
  button: HTMLElement | null,
): Promise<{ readonly isDone: boolean; readonly message: string }> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.set(name, value);
  if (button instanceof HTMLButtonElement && button.name !== "") body.set(button.name, button.value);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "text/plain" } });
    return { isDone: answer.ok, message: await answer.text() };
  } catch {
    return { isDone: false, message: "The server does not answer. Is vervain serve still running?" };
  }
}
