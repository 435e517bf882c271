import type { CalculationReply, CalculationRequest } from './calculator_messages';
import { calculations } from './calculations';

const reply = (message: CalculationReply): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<CalculationRequest>) => {
  const { model, inputs, settings } = data;
  try {
    const findings = calculations[model]?.(inputs, settings, {
      onProgress: (progress) => reply({ progress }),
    });
    reply(findings ? { findings } : { failed: `There is no model "${model}".` });
  } catch (error) {
    reply({ failed: error instanceof Error ? error.message : String(error) });
  }
});
