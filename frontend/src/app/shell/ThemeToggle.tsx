import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import { useState } from "react";
import { currentTheme, setTheme } from "@/lib/theme";
import { IconButton } from "@/ui/Button";
import { messages } from "../messages";

export function useTheme() {
  const [theme, show] = useState(currentTheme);
  const other = theme === "dark" ? "light" : "dark";
  const toggle = () => {
    setTheme(other);
    show(other);
  };
  return { theme, toggle, label: theme === "dark" ? messages.app.toLight : messages.app.toDark };
}

export function ThemeToggle() {
  const { theme, toggle, label } = useTheme();
  return (
    <IconButton label={label} onClick={toggle}>
      {theme === "dark" ? <Sun size={19} aria-hidden /> : <Moon size={19} aria-hidden />}
    </IconButton>
  );
}
