/** A file of the sample county, as its manifest lists it. */
export interface SampleFile {
  readonly file: string;
  readonly table: string;
  readonly bytes: number;
  readonly rows: number;
}

/** The sample could not be fetched; the message is for the reader. */
export class SampleUnavailable extends Error {
  override readonly name = 'SampleUnavailable';
}

/**
 * Fetches the invented county that comes with the app, from the app's own address.
 *
 * @param folder address of `data-samples`, without a slash at its end
 * @param onProgress told the share of bytes that has arrived, 0 to 1
 * @throws SampleUnavailable
 */
export async function fetchSampleCounty(
  folder: string,
  onProgress: (done: number) => void = () => {},
): Promise<File[]> {
  const listed = (await (await get(`${folder}/manifest.json`)).json()) as readonly SampleFile[];
  const bytes = listed.reduce((sum, each) => sum + each.bytes, 0);
  let arrived = 0;
  return Promise.all(
    listed.map(async ({ file, bytes: own }) => {
      const content = await (await get(`${folder}/${file}`)).blob();
      arrived += own;
      onProgress(bytes === 0 ? 1 : arrived / bytes);
      return new File([content], file);
    }),
  );
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address).catch((cause: unknown) => {
    throw new SampleUnavailable(
      'The sample county could not be fetched: the address of this page does not answer. Check the connection and try again.',
      { cause },
    );
  });
  if (!response.ok) {
    throw new SampleUnavailable(
      'The sample county is not at the address of this page. Whoever put Waymark there has left the folder data-samples out.',
    );
  }
  return response;
}
