import { complaintsOf } from './complaints';
import { expect, test } from './sparing_test';

test('the page opens without an error and asks no other origin for anything', async ({
  page,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  const complaints = complaintsOf(page);
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'blob:' && protocol !== 'data:' && origin !== baseURL)
      elsewhere.push(request.url());
  });

  await page.goto('/', { waitUntil: 'networkidle' });

  await expect(page).toHaveTitle(/Waymark/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('the page is served with headers that keep it to itself', async ({ request }) => {
  const headers = (await request.get('/')).headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("connect-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(headers['permissions-policy']).toContain('camera=()');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('the policy refuses the page another origin before anything is sent', async ({ page }) => {
  await page.goto('/');
  const directive = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        );
        fetch('https://example.org/').catch(() => undefined);
      }),
  );
  expect(directive).toBe('connect-src');
});
