import { plural } from "./plural";

const answers = (n: number) => plural(n, "answer", "answers");

/** What is said above the question when the article or the project takes answers no longer. */
export const banner = {
  withdrawn: "This article was given to somebody else by a lead. Your answers are kept and sent.",
  released:
    "This article went back to the queue while you were away. What you answer is still kept and sent.",
  goOn: "Go on to the next article",
  closed: (kept: number) =>
    kept === 0
      ? "This project takes no answers now. What you gave is saved."
      : `This project takes no answers now. ${plural(kept, "answer is", "answers are")} kept on this device until a lead opens it again.`,
  reopened: (kept: number) =>
    `This project takes answers again. ${plural(kept, "refused answer is", "refused answers are")} still kept on this device.`,
  sendAgain: (n: number) => `Send ${answers(n)} again`,
};

/** What is said instead of a question to somebody who does not answer in the project. */
export const lookingOn = {
  title: "You look on in this project",
  text: (project: string) =>
    `Your role in ${project} is viewer: you see its articles, figures and guidelines, and answer no claims. A lead of the project can make you an annotator.`,
};
