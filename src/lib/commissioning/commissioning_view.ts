import { notOffered, type OwnFields } from '../topics/own_fields';
import { settingFrom, settingsWith } from '../explore/model_view';
import { whatIfModel } from '../models/definitions/what_if';
import type { ModelSettings } from '../models/model';
import { needs, services } from './offers';

/** What the page looks at beside the shared view: a need, a service, and what the model supposes. */
export interface CommissioningView {
  readonly need: string;
  readonly service: string;
  /** Every setting of the what-if model. */
  readonly settings: ModelSettings;
}

export const defaultCommissioning: CommissioningView = {
  need: 'persistent_absence',
  service: 'early_help',
  settings: settingsWith(whatIfModel, {}),
};

// Names that no dimension of the shared view has: a filter by service is `service`.
const fields = { need: 'share.need', service: 'share.service', setting: 'set.' } as const;

/** As fields of the link; what is as it is at first is not written. */
export function commissioningToFields({ need, service, settings }: CommissioningView): OwnFields {
  return [
    ...(need === defaultCommissioning.need ? [] : [[fields.need, need] as const]),
    ...(service === defaultCommissioning.service ? [] : [[fields.service, service] as const]),
    ...whatIfModel.choices.flatMap(({ id, initial }) => {
      const value = settings[id];
      return value === undefined || value === initial
        ? []
        : [[`${fields.setting}${id}`, String(value)] as const];
    }),
  ];
}

/** Reads them from a fragment, with or without `#`. What is named wrongly is left out, with a note. */
export function commissioningFromFragment(fragment: string): {
  readonly view: CommissioningView;
  readonly notes: readonly string[];
} {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const notes: string[] = [];
  const among = (
    name: string,
    options: readonly { readonly value: string }[],
    what: string,
    initial: string,
  ): string => {
    const text = given.get(name);
    if (text === null || text === '') return initial;
    if (options.some(({ value }) => value === text)) return text;
    notes.push(notOffered(what, text));
    return initial;
  };
  const need = among(fields.need, needs, 'the need', defaultCommissioning.need);
  const service = among(fields.service, services, 'the service', defaultCommissioning.service);
  const chosen: Record<string, string | number> = {};
  for (const choice of whatIfModel.choices) {
    const text = given.get(`${fields.setting}${choice.id}`);
    if (text === null) continue;
    const value = settingFrom(choice, text);
    if (value === null) notes.push(notOffered(`the setting “${choice.label}”`, text));
    else chosen[choice.id] = value;
  }
  return {
    view: {
      need,
      service,
      settings: settingsWith(whatIfModel, chosen),
    },
    notes,
  };
}
