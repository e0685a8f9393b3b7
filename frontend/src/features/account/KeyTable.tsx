import { panelMessages } from "@/app/messages/panels";
import { type CommandName, capsOf, DEFAULT_KEYMAP, type Keymap } from "@/lib/keymap";
import { Button } from "@/ui/Button";
import { Key } from "@/ui/Key";
import styles from "./KeyboardPanel.module.css";
import { REMAPPABLE } from "./keyChanges";

const { settings: m, commands, caps, none } = panelMessages.keys;

type Props = {
  keymap: Keymap;
  onChange: (command: CommandName) => void;
  onReset: (command: CommandName) => void;
};

export function KeyTable({ keymap, onChange, onReset }: Props) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{m.columns.command}</th>
          <th scope="col">{m.columns.keys}</th>
          <th scope="col">
            <span className="visually-hidden">{m.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {REMAPPABLE.map((command) => (
          <tr key={command}>
            <th scope="row">{commands[command]}</th>
            <td>
              <Keys keys={keymap[command]} />
            </td>
            <td className={styles.actions}>
              {`${keymap[command]}` !== `${DEFAULT_KEYMAP[command]}` && (
                <Button
                  variant="quiet"
                  aria-label={m.resetNamed(commands[command])}
                  onClick={() => onReset(command)}
                >
                  {m.reset}
                </Button>
              )}
              <Button
                aria-label={m.changeNamed(commands[command])}
                onClick={() => onChange(command)}
              >
                {m.change}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Keys({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return <span className={styles.none}>{none}</span>;
  return (
    <span className={styles.keys}>
      {keys.map((key) => (
        <span key={key} className={styles.oneKey}>
          {capsOf(key, caps).map((cap) => (
            <Key key={cap} solid>
              {cap}
            </Key>
          ))}
        </span>
      ))}
    </span>
  );
}
