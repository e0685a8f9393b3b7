/** What is kept on the device for the time without the server: see keptData.ts. */
export const KEPT = "onrecord-kept";
const SIGNED_IN = "onrecord.user";

/** Give who is signed in on this device, by what the server said last. */
export function ownerOfDevice(): number | null {
  try {
    return Number(localStorage.getItem(SIGNED_IN)) || null;
  } catch {
    return null;
  }
}

/** Note whom the server says to be signed in; what was kept of anybody else goes. */
export function noteOwner(userId: number | null): void {
  try {
    const said = String(userId ?? "");
    if (localStorage.getItem(SIGNED_IN) === said) return;
    localStorage.setItem(SIGNED_IN, said);
    indexedDB.deleteDatabase(KEPT);
  } catch {
    // Without a storage nothing is kept.
  }
}
