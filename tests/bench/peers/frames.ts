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

/** From the next requestAnimationFrame until that frame has been rendered. Whoever asks before others comes first in
    the frame. */
const whole = () =>
  new Promise<number>((resolve) =>
    requestAnimationFrame(() => {
      const begin = performance.now();
      void through().then((end) => resolve(end - begin));
    }),
  );

/** What some steps cost: the step itself, and the next frame. What lies between, until a frame is due, costs nothing. */
export async function costs(steps: number, step: (at: number) => void): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < steps; at += 1) {
    await rendered();
    const next = whole();
    const called = performance.now();
    step(at);
    const own = performance.now() - called;
    times.push(own + (await next));
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
