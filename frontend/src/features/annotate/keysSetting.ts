const STORED_AS = "onrecord.keys";

/** Whether single keys are commands; they can be switched off for voice input and the like. */
export function readKeysSetting(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== "off";
  } catch {
    return true;
  }
}

export function writeKeysSetting(isOn: boolean): void {
  try {
    localStorage.setItem(STORED_AS, isOn ? "on" : "off");
  } catch {
    // Without storage the choice holds until the page is left.
  }
}
