export const figures = {
  pair: { title: "Two annotators" },
};
