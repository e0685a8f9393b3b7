(() => {
  let theme = null;
  try {
    theme = localStorage.getItem("onrecord.theme");
  } catch {
    // Storage may be forbidden; the system's theme is the answer then.
  }
  if (theme !== "light" && theme !== "dark") {
    theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.documentElement.dataset.theme = theme;
})();
