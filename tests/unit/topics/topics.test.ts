import { describe, expect, test } from 'vitest';
import { measureNamed } from '$lib/measures/catalogue';
import { modelNamed } from '$lib/models/catalogue';
import { attendanceTopic } from '$lib/topics/pages/attendance';
import { enforcementTopic } from '$lib/topics/pages/enforcement';
import { neetTopic } from '$lib/topics/pages/neet';
import { servicesTopic } from '$lib/topics/pages/services';

const topics = [neetTopic, attendanceTopic, enforcementTopic, servicesTopic];

describe.each(topics.map((topic) => [topic.title, topic] as const))('%s', (_, topic) => {
  test('opens with measures of the catalogue', () => {
    expect(topic.headlines.filter((id) => measureNamed(id) === undefined)).toEqual([]);
    expect(topic.headlines.length).toBeGreaterThanOrEqual(3);
  });

  test('shows only measures, splits and models that there are', () => {
    const wrong = topic.sections.flatMap(({ panels }) =>
      panels.flatMap((panel) => {
        if (panel.is === 'model') return modelNamed(panel.model) ? [] : [panel.model];
        if (panel.is === 'picture') return [];
        const measure = measureNamed(panel.measure);
        if (!measure) return [panel.measure];
        if (panel.is === 'groups')
          return measure.dimensions.includes(panel.by) ? [] : [`${panel.measure} by ${panel.by}`];
        const hasMonths = measure.periodBases.some((basis) => /month/.test(basis));
        return panel.over === 'periods' || hasMonths ? [] : [`${panel.measure} over months`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('has sections with titles of their own', () => {
    const titles = topic.sections.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
