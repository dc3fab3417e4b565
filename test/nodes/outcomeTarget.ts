/* eslint-disable @n8n/community-nodes/node-usable-as-tool -- a stand-in for a target; not shipped */
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
} from 'n8n-workflow';
import { isObject } from '../../src/model/json';

function entityIdOf({ notice }: IDataObject): string {
	return isObject(notice) ? String(notice['entityId']) : '';
}

/** Stands for a target: the id of the entity says what becomes of it. */
class OutcomeTarget implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Target',
		name: 'target',
		group: ['output'],
		version: 1,
		description: 'Gives the outcome that the id names',
		defaults: { name: 'Target' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		properties: [],
	};

	async execute(this: IExecuteFunctions) {
		const outcomes = this.getInputData().map(({ json }, item) => {
			const [state = '', code] = entityIdOf(json).split('.');
			if (state === 'throws') throw new Error('the target is on fire');
			const outcome = {
				state,
				operation: 'UPDATE',
				system: 'scim-system',
				repeatable: code === 'later',
				...(code === 'later' && { retryAfter: 90 }),
				...(code !== undefined && { error: { code } }),
			};
			return { json: { outcome }, pairedItem: { item } };
		});
		const isHeld = (one: (typeof outcomes)[number]) => one.json.outcome.state === 'held';
		return [outcomes.filter((one) => !isHeld(one)), outcomes.filter(isHeld)];
	}
}

class FailingTarget extends OutcomeTarget {
	override async execute(): Promise<never> {
		throw new Error('the target is on fire');
	}
}

export function failingTarget(): INodeType {
	return new FailingTarget();
}

export function outcomeTarget(): INodeType {
	return new OutcomeTarget();
}
