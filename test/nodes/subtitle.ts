import { Workflow, type INodeParameters, type INodeProperties, type INodeType } from 'n8n-workflow';
import { choicesOf } from './describedPackage';

/** Every choice of every parameter that the subtitle names. */
export function subtitleCases(all: INodeProperties[], subtitle: string): INodeParameters[] {
	const names = [...subtitle.matchAll(/\$parameter\["(\w+)"\]/g)].map(([, name]) => name ?? '');
	return names.reduce<INodeParameters[]>(
		(known, name) => {
			const property = all.find((candidate) => candidate.name === name);
			if (property === undefined)
				throw new Error(`The subtitle names ${name}, which is not there.`);
			const choices = choicesOf(property).map(({ value }) => String(value));
			const single = choices.length > 0 ? choices : ['prod-1'];
			const values =
				property.type === 'multiOptions' ? [...single.map((one) => [one]), single] : single;
			return known.flatMap((parameters) =>
				values.map((value) => ({ ...parameters, [name]: value })),
			);
		},
		[{}],
	);
}

/** As n8n shows it under the name of the node. */
export function renderSubtitle({ description }: INodeType, parameters: INodeParameters): string {
	const node = {
		id: 'n',
		name: 'Node',
		type: 'type',
		typeVersion: [description.version].flat().at(-1) ?? 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const type = { description };
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const subtitle = description.subtitle ?? '';
	return String(workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {}));
}
