/** How V8's inspector says that it lost an answer: main's garbage was collected in the moment between its making and its sending. */
const ANSWER_LOST = "Resulting promise was garbage collected";

/**
 * Asks main something, and asks again where only the answer was lost: seen once in some ten thousand questions.
 * @param ask what does no harm when it is done twice
 */
export async function askMain<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.message.includes(ANSWER_LOST)) return ask();
    throw error;
  }
}
