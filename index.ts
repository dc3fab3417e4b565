export {
	parseNotices,
	type ParsedNotice,
	type ParsedNotices,
	type ReceivedCall,
	type RefusalCode,
} from './src/endpoint';
export {
	axiosHttp,
	createGate,
	requestSamlBearerToken,
	systemClock,
	withBearer,
	type AccessToken,
	type Gate,
	type SamlTokenOptions,
} from './src/http';
export type { Change, ChangeKind, ChangeRequest, PatchOperation } from './src/model/change';
export { ENTITY_TYPES, type Entity, type EntityType } from './src/model/entity';
export { ERROR_CODES, ProvisioningError, type ErrorCode } from './src/model/errors';
export type { Json, JsonObject } from './src/model/json';
export type { ChangeNotice, IdKind, NoticeKind } from './src/model/notice';
export {
	OUTCOME_STATES,
	type Operation,
	type Outcome,
	type OutcomeState,
} from './src/model/outcome';
export type { Clock, Http, HttpRequest, HttpResponse } from './src/model/ports';
export {
	compileCondition,
	compilePath,
	type CompiledPath,
	type Condition,
	type ConditionExplanation,
} from './src/path';
export {
	connect,
	type ConnectOptions,
	type Directory,
	type ListOptions,
	type Match,
	type Page,
} from './src/protocols';
export {
	compare,
	createGuard,
	diffResource,
	preview,
	sync,
	type CompareOptions,
	type Guard,
	type DiffOptions,
	type Disparity,
	type Policy,
	type SyncOptions,
} from './src/sync';
export { systems, type System, type SystemVersion } from './src/systems';
export {
	compileTransformation,
	TransformationError,
	type MapContext,
	type MapResult,
	type Transformation,
	type TransformationOptions,
} from './src/transformation';
