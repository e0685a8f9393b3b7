import CircleQuestionMark from "lucide-react/icons/circle-question-mark";
import Landmark from "lucide-react/icons/landmark";
import Newspaper from "lucide-react/icons/newspaper";
import UserRoundCheck from "lucide-react/icons/user-round-check";
import { type TypeColor, TypeMark } from "@/ui/TypeMark";

const ICONS = {
  named: UserRoundCheck,
  official: Landmark,
  neutral_1: Newspaper,
  neutral_2: CircleQuestionMark,
};

/** The picture of a source type in its tile. */
export function TypeIcon({ color }: { color: TypeColor }) {
  if (color === "anonymous") return <UserRoundQuestion />;
  const Icon = color in ICONS ? ICONS[color as keyof typeof ICONS] : null;
  return Icon ? <Icon size={20} aria-hidden /> : <TypeMark color={color} size={16} />;
}

function UserRoundQuestion() {
  return (
    <svg
      viewBox="0 0 24 24"
      width={20}
      height={20}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <circle cx="10" cy="8" r="5" />
      <path d="M2 21a8 8 0 0 1 11.2-7.3" />
      <path d="M17.2 16.3a2 2 0 1 1 2.9 1.8c-.7.4-1.1.8-1.1 1.5" />
      <path d="M19 22.4v.01" />
    </svg>
  );
}
