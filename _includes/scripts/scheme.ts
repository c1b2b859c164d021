// Blocks the first paint for one look into storage, so that a chosen colour scheme never flashes.
try {
  const chosen = localStorage.getItem("colours");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
} catch {
  // Storage is closed to us: the system's colours stand.
}
