import type { TablePreview } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import styles from "./ColumnTable.module.css";
import type { Mapping } from "./requests";

const m = leadMessages.articles;
const SAMPLES = 3;

type Props = {
  columns: TablePreview["columns"];
  fields: TablePreview["fields"];
  mapping: Mapping;
  onChange: (column: string, field: string | null) => void;
};

/** A row a column: its name, what stands in its first cells, and what it holds. */
export function ColumnTable({ columns, fields, mapping, onChange }: Props) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{m.columnsTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{m.column}</th>
          <th scope="col">{m.samples}</th>
          <th scope="col">{m.holds}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, samples }, index) => {
          const shown = name.trim() || m.unnamed(index + 1);
          const held = mapping[name] ?? "";
          return (
            <tr key={name} className={classes(held === "" && styles.unused)}>
              <th scope="row" className={styles.name}>
                {shown}
              </th>
              <td>
                <ul className={styles.samples}>
                  {samples.slice(0, SAMPLES).map((sample, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same value may come twice
                    <li key={place} dir="auto">
                      {sample.trim() || <i>{m.emptyValue}</i>}
                    </li>
                  ))}
                </ul>
              </td>
              <td>
                <select
                  className={styles.select}
                  aria-label={m.holdsOf(shown)}
                  value={held}
                  onChange={(event) => onChange(name, event.target.value || null)}
                >
                  <option value="">{m.nothingOfUse}</option>
                  {fields.map((field) => (
                    <option key={field} value={field}>
                      {m.fields[field]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
