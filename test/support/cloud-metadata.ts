import type { ServerResponse } from 'node:http';
import { type FakeRequest, listen, stop } from './snowflake-fake/http.ts';

/** What the clouds say who their machine is. */
export const CLOUD_TOKENS = {
  azure: 'an-invented-identity-of-azure',
  gcp: 'an-invented-identity-of-google',
} as const;

const HEADER = 'an-invented-header-of-nobody';

/** The services of Azure and of Google Cloud that tell a machine's identity to what runs on it. */
export interface CloudMetadata {
  /** As a machine of theirs has it. */
  readonly environment: Readonly<Record<string, string>>;
  /** For whom identities were asked. */
  readonly asked: { readonly cloud: keyof typeof CLOUD_TOKENS; readonly audience: string | null }[];
  /** Whether nobody answers, as on a machine of nobody's cloud. */
  isAway: boolean;
  readonly close: () => Promise<void>;
}

export async function startCloudMetadata(): Promise<CloudMetadata> {
  const { server, url } = await listen(async (request, _, response) => {
    if (metadata.isAway) response.writeHead(404).end();
    else if (request.url.pathname === '/azure') azure(request, response);
    else google(request, response);
  });
  const metadata: CloudMetadata = {
    environment: {
      IDENTITY_ENDPOINT: `${url}/azure`,
      IDENTITY_HEADER: HEADER,
      GCE_METADATA_HOST: new URL(url).host,
    },
    asked: [],
    isAway: false,
    close: () => stop(server),
  };

  function azure({ headers, url }: FakeRequest, response: ServerResponse): void {
    if (headers['x-identity-header'] !== HEADER) {
      response.writeHead(401).end();
      return;
    }
    const resource = url.searchParams.get('resource');
    metadata.asked.push({ cloud: 'azure', audience: resource });
    // Too soon to be kept for the next sign-in.
    const expires = Math.floor(Date.now() / 1000) + 1;
    const token = { access_token: CLOUD_TOKENS.azure, expires_on: String(expires), resource };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...token, token_type: 'Bearer' }));
  }

  function google({ headers, url }: FakeRequest, response: ServerResponse): void {
    const isAsked = headers['metadata-flavor'] === 'Google';
    response.writeHead(isAsked ? 200 : 403, { 'metadata-flavor': 'Google' });
    if (isAsked && url.pathname.endsWith('/identity')) {
      metadata.asked.push({ cloud: 'gcp', audience: url.searchParams.get('audience') });
      response.end(CLOUD_TOKENS.gcp);
    } else {
      response.end();
    }
  }

  return metadata;
}
