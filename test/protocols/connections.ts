import axios from 'axios';
import { axiosHttp } from '../../src/http';
import type { Entity, EntityType } from '../../src/model/entity';
import {
	connect,
	type ConnectOptions,
	type Directory,
	type ListOptions,
	type Page,
} from '../../src/protocols';
import { systems, type System } from '../../src/systems';
import { authorization, type Authentication } from '../support/authentication';
import { createFakeClock } from '../support/clock';

/** A directory over a real connection, in virtual time. */
export function connectTo(
	id: string,
	server: { readonly url: string; readonly authentication?: Authentication },
	options: Partial<ConnectOptions> = {},
): Directory {
	const headers = server.authentication
		? { authorization: authorization(server.authentication) }
		: {};
	const http = axiosHttp(axios.create({ baseURL: server.url, headers, timeout: 300 }));
	return connect(systemOf(id), { http, clock: createFakeClock(), random: () => 0.1, ...options });
}

export function systemOf(id: string): System {
	const system = systems.get(id);
	if (!system) throw new Error(`There is no system ${id}.`);
	return system;
}

export async function pagesOf(
	directory: Directory,
	type: EntityType,
	options?: ListOptions,
): Promise<Page[]> {
	const pages: Page[] = [];
	for await (const page of directory.list(type, options)) pages.push(page);
	return pages;
}

export async function everyone(
	directory: Directory,
	type: EntityType,
	options?: ListOptions,
): Promise<Entity[]> {
	return (await pagesOf(directory, type, options)).flatMap(({ entities }) => entities);
}

/** What the server was asked, decoded, without the path in front of it. */
export function queries(entries: readonly { readonly path: string }[]): string[] {
	return entries.map(({ path }) => decodeURIComponent(path.split('?')[1] ?? ''));
}
