/** Call somebody; what goes wrong there is reported, and nobody else is kept from going on. */
export function attempt(call: () => void): void {
  try {
    call();
  } catch (error) {
    reportError(error);
  }
}
