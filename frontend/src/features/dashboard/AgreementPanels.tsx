import type { Project } from "@/api/types";
import type { Scope } from "@/parts/scope/scope";
import styles from "./AgreementPanels.module.css";
import { CalibrationPanel } from "./CalibrationPanel";
import { LabelsPanel } from "./LabelsPanel";
import { PairsPanel } from "./PairsPanel";
import { RevisionsPanel } from "./RevisionsPanel";
import { SplitsPanel } from "./SplitsPanel";
import { TeamPanel } from "./TeamPanel";
import { WeeksPanel } from "./WeeksPanel";

type Props = { project: Project; scope: Scope };

/** Where agreement comes from and where it is lost; each panel loads and fails by itself. */
export function AgreementPanels({ project, scope }: Props) {
  return (
    <>
      <div className={styles.two}>
        <PairsPanel project={project} scope={scope} />
        <TeamPanel project={project} scope={scope} />
      </div>
      <div className={styles.two}>
        <SplitsPanel project={project} scope={scope} />
        <LabelsPanel project={project} scope={scope} />
      </div>
      <div className={styles.three}>
        <CalibrationPanel project={project} scope={scope} />
        <RevisionsPanel project={project} scope={scope} />
        <WeeksPanel project={project} scope={scope} />
      </div>
    </>
  );
}
