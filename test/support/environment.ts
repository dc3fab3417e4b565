/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- set-up of jest; not shipped */
// n8n-core writes a config file into the home folder on its first execution unless told where to.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env['N8N_USER_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'n8n-test-'));
process.env['N8N_ENCRYPTION_KEY'] ??= 'test-encryption-key';
process.env['N8N_LOG_LEVEL'] ??= 'silent';
