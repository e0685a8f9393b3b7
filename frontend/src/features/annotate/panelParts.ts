import { LazyPart } from "./LazyPart";

const cardParts = () => import("./cardParts");

/** What the first claim does not need. */
export const parts = {
  help: new LazyPart(async () => (await import("./HelpSheet")).HelpSheet),
  note: new LazyPart(async () => (await import("./NoteDialog")).NoteDialog),
  jump: new LazyPart(async () => (await import("./JumpList")).JumpList),
  history: new LazyPart(async () => (await import("@/parts/history/HistoryDialog")).HistoryDialog),
  propose: new LazyPart(async () => (await import("./ProposeDialog")).ProposeDialog),
  palette: new LazyPart(async () => (await import("./AnnotatePalette")).AnnotatePalette),
  guide: new LazyPart(async () => (await import("./GuidePanel")).GuidePanel),
  notice: new LazyPart(async () => (await import("./GuidelineNotice")).GuidelineNotice),
  spans: new LazyPart(async () => (await import("./SpanEditor")).SpanEditor),
  suggestion: new LazyPart(async () => (await import("./SuggestionStrip")).SuggestionStrip),
  skip: new LazyPart(async () => (await cardParts()).SkipReasons),
  finished: new LazyPart(async () => (await cardParts()).FinishedPart),
  banner: new LazyPart(async () => (await cardParts()).Banner),
  end: new LazyPart(async () => (await import("./EndOfQueue")).EndOfQueue),
  changed: new LazyPart(async () => (await import("./ConflictDialog")).ConflictDialog),
  refused: new LazyPart(async () => (await import("./RefusedDialog")).RefusedDialog),
};
