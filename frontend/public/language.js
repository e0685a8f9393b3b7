(() => {
  const { documentElement, currentScript, head } = document;
  let chosen = null;
  try {
    chosen = localStorage.getItem("onrecord.language");
  } catch {
    // Storage may be forbidden; the browser's languages are the answer then.
  }
  const wished = [chosen, ...navigator.languages].map((tag) => tag?.split("-")[0].toLowerCase());
  documentElement.lang = wished.find((tag) => tag === "en" || tag === "de") ?? "en";

  // The modules ask for their sentences when they run; the browser can fetch them before that.
  const catalog = currentScript?.dataset[documentElement.lang];
  if (catalog) {
    const link = document.createElement("link");
    head.append(Object.assign(link, { rel: "modulepreload", crossOrigin: "", href: catalog }));
  }
})();
