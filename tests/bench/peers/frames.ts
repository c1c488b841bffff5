// What frames cost.

export const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** When the frame in which this is asked has been rendered. */
export const through = () =>
  new Promise<number>((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    channel.port2.postMessage(0);
  });

/** When the next frame has been rendered. */
export const rendered = async () => {
  await frame();
  return through();
};

/** What the frames of some steps cost: the step itself, and from the next requestAnimationFrame until that frame has been
    rendered. What lies between, until a frame is due, costs nothing. */
export async function costs(steps: number, step: (at: number) => void): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < steps; at += 1) {
    await rendered();
    // Asked for before the step asks for its own: it comes first in the frame.
    const drawn = new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const begin = performance.now();
        void through().then((end) => resolve(end - begin));
      }),
    );
    const called = performance.now();
    step(at);
    const own = performance.now() - called;
    times.push(own + (await drawn));
  }
  return times;
}

/** An empty room for a drawing. */
export function room(width: number, height: number): HTMLElement {
  document.body.replaceChildren();
  const element = document.createElement('div');
  element.style.cssText = `display:flex;width:${width}px;height:${height}px`;
  document.body.append(element);
  return element;
}
