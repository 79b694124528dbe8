// Generated from docs/openapi.json by `npm run docs`.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This index
         * @description The routes of this API.
         */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes CloudEvents about chassis
         * @description Takes one CloudEvent, up to 500 of them, or one in binary mode (its attributes in `ce-` headers, its data as the body). Accepted means durable. An event may be sent again at any time, in any order.
         */
        post: operations["postEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chassis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The chassis of the fleet, filtered
         * @description The chassis that match all filters; the values of one filter are alternatives. Pages come in a stable order that is not sorted; one may be short, even empty, and not be the last.
         */
        get: operations["listChassis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chassis/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The twin of a chassis, now or then
         * @description The twin of a chassis: the sum of all known events, now or at a past moment.
         */
        get: operations["getChassis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chassis/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its events, newest first
         * @description The events of a chassis, newest first, and what each one did to the twin.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chassis/{id}/switchovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its switchovers, newest first
         * @description The switchovers of a chassis, newest first, each until the chassis was redundant again.
         */
        get: operations["listSwitchovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chassis/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two moments
         * @description What changed of a chassis between two moments, and the events on which that rests.
         */
        get: operations["compareChassis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chassis/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would be if something happened
         * @description What would be if something happened to a chassis now: an action of an operator, or events. The rules that make the twin tell it, on a copy; nothing is stored.
         */
        post: operations["askWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many chassis are in which state
         * @description How many chassis are in which state.
         */
        get: operations["summarizeFleet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This API in OpenAPI 3.1
         * @description This document.
         */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This API described on a page
         * @description This document as a page for people.
         */
        get: operations["getDescriptionPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file of that page
         * @description A file that the page is made of.
         */
        get: operations["getDescriptionPagePart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The open findings, the worst first
         * @description The open findings of the fleet, the most severe first and of those the oldest.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet/assertions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether what is asserted of the fleet holds
         * @description Whether what is asserted of the fleet holds. Each chassis that `where` admits has to match `expect`, and must not match `forbid`; filters are those of `GET /chassis`. `failed` counts all that fail; as many are listed as an answer can hold.
         */
        post: operations["assertFleet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the service and its store are up
         * @description Whether the service and its store are up. It needs no caller.
         */
        get: operations["checkHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Assertion: {
            name: string;
            where?: {
                activeSlot?: ("M1" | "M2" | "none") | ("M1" | "M2" | "none")[];
                redundancy?: ("unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed") | ("unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed")[];
                sync?: ("out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable") | ("out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable")[];
                bootSource?: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp" | "flash" | "pcmcia" | "unknown") | ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp" | "flash" | "pcmcia" | "unknown")[];
                switchoverReady?: (boolean | ("true" | "false")) | (boolean | ("true" | "false"))[];
                finding?: ("no-active" | "headless" | "split-brain" | "image-suspect" | "standby-missing" | "standby-not-ready" | "standby-port-down" | "code-mismatch" | "config-mismatch" | "boot-code-mismatch" | "sync-stale" | "sync-aborted" | "sync-overdue" | "boot-overdue" | "config-loss-possible" | "config-lost" | "boot-source-missing" | "interface-module-out-of-sync" | "contradictory-report" | "silent" | "running-version-mismatch" | "boot-source-fallback" | "missed-event" | "role-not-default") | ("no-active" | "headless" | "split-brain" | "image-suspect" | "standby-missing" | "standby-not-ready" | "standby-port-down" | "code-mismatch" | "config-mismatch" | "boot-code-mismatch" | "sync-stale" | "sync-aborted" | "sync-overdue" | "boot-overdue" | "config-loss-possible" | "config-lost" | "boot-source-missing" | "interface-module-out-of-sync" | "contradictory-report" | "silent" | "running-version-mismatch" | "boot-source-fallback" | "missed-event" | "role-not-default")[];
                prefix?: string | string[];
            };
            expect?: {
                activeSlot?: ("M1" | "M2" | "none") | ("M1" | "M2" | "none")[];
                redundancy?: ("unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed") | ("unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed")[];
                sync?: ("out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable") | ("out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable")[];
                bootSource?: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp" | "flash" | "pcmcia" | "unknown") | ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp" | "flash" | "pcmcia" | "unknown")[];
                switchoverReady?: (boolean | ("true" | "false")) | (boolean | ("true" | "false"))[];
                finding?: ("no-active" | "headless" | "split-brain" | "image-suspect" | "standby-missing" | "standby-not-ready" | "standby-port-down" | "code-mismatch" | "config-mismatch" | "boot-code-mismatch" | "sync-stale" | "sync-aborted" | "sync-overdue" | "boot-overdue" | "config-loss-possible" | "config-lost" | "boot-source-missing" | "interface-module-out-of-sync" | "contradictory-report" | "silent" | "running-version-mismatch" | "boot-source-fallback" | "missed-event" | "role-not-default") | ("no-active" | "headless" | "split-brain" | "image-suspect" | "standby-missing" | "standby-not-ready" | "standby-port-down" | "code-mismatch" | "config-mismatch" | "boot-code-mismatch" | "sync-stale" | "sync-aborted" | "sync-overdue" | "boot-overdue" | "config-loss-possible" | "config-lost" | "boot-source-missing" | "interface-module-out-of-sync" | "contradictory-report" | "silent" | "running-version-mismatch" | "boot-source-fallback" | "missed-event" | "role-not-default")[];
                prefix?: string | string[];
            };
            forbid?: {
                activeSlot?: ("M1" | "M2" | "none") | ("M1" | "M2" | "none")[];
                redundancy?: ("unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed") | ("unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed")[];
                sync?: ("out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable") | ("out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable")[];
                bootSource?: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp" | "flash" | "pcmcia" | "unknown") | ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp" | "flash" | "pcmcia" | "unknown")[];
                switchoverReady?: (boolean | ("true" | "false")) | (boolean | ("true" | "false"))[];
                finding?: ("no-active" | "headless" | "split-brain" | "image-suspect" | "standby-missing" | "standby-not-ready" | "standby-port-down" | "code-mismatch" | "config-mismatch" | "boot-code-mismatch" | "sync-stale" | "sync-aborted" | "sync-overdue" | "boot-overdue" | "config-loss-possible" | "config-lost" | "boot-source-missing" | "interface-module-out-of-sync" | "contradictory-report" | "silent" | "running-version-mismatch" | "boot-source-fallback" | "missed-event" | "role-not-default") | ("no-active" | "headless" | "split-brain" | "image-suspect" | "standby-missing" | "standby-not-ready" | "standby-port-down" | "code-mismatch" | "config-mismatch" | "boot-code-mismatch" | "sync-stale" | "sync-aborted" | "sync-overdue" | "boot-overdue" | "config-loss-possible" | "config-lost" | "boot-source-missing" | "interface-module-out-of-sync" | "contradictory-report" | "silent" | "running-version-mismatch" | "boot-source-fallback" | "missed-event" | "role-not-default")[];
                prefix?: string | string[];
            };
        } | unknown | unknown;
        AssertionResult: {
            name: string;
            passed: boolean;
            checked: number;
            failed: number;
            failures: {
                chassisId: components["schemas"]["ChassisId"];
                expected: {
                    [key: string]: string | boolean | (string | boolean)[];
                };
                forbidden?: {
                    [key: string]: string | boolean | (string | boolean)[];
                };
                actual: {
                    [key: string]: string | boolean | (string | boolean)[];
                };
                findings: components["schemas"]["Finding"][];
                reasons: components["schemas"]["Reason"][];
            }[];
        };
        AssertionResults: {
            passed: boolean;
            results: components["schemas"]["AssertionResult"][];
        };
        Assertions: {
            assertions: components["schemas"]["Assertion"][];
        };
        ChassisEvent: components["schemas"]["module.inserted"] | components["schemas"]["module.removed"] | components["schemas"]["module.booting"] | components["schemas"]["module.booted"] | components["schemas"]["module.boot-failed"] | components["schemas"]["module.reset"] | components["schemas"]["module.power-lost"] | components["schemas"]["module.status-changed"] | components["schemas"]["module.role-changed"] | components["schemas"]["standby.ready"] | components["schemas"]["standby.down"] | components["schemas"]["sync.compared"] | components["schemas"]["sync.started"] | components["schemas"]["sync.completed"] | components["schemas"]["sync.failed"] | components["schemas"]["config.changed"] | components["schemas"]["config.saved"] | components["schemas"]["image.updated"] | components["schemas"]["boot-source.configured"] | components["schemas"]["card.inserted"] | components["schemas"]["card.removed"] | components["schemas"]["chassis.retired"] | components["schemas"]["redundancy.configured"] | components["schemas"]["switchover.requested"] | components["schemas"]["switchover.refused"] | components["schemas"]["switchover.completed"] | components["schemas"]["chassis.cold-started"] | components["schemas"]["chassis.warm-started"] | components["schemas"]["chassis.observed"] | components["schemas"]["session.opened"] | components["schemas"]["session.closed"] | components["schemas"]["management-port.up"] | components["schemas"]["management-port.down"] | components["schemas"]["interface-module.out-of-sync"] | components["schemas"]["interface-module.resynced"];
        ChassisId: string;
        DataToSend: {
            [key: string]: unknown;
        };
        Description: {
            /** @constant */
            openapi: "3.1.1";
        } & {
            [key: string]: unknown;
        };
        Diff: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            changes: components["schemas"]["TwinChange"][];
        };
        EventPage: {
            items: components["schemas"]["HistoryItem"][];
            nextCursor?: string;
        };
        EventReference: {
            source: string;
            id: string;
        };
        EventToImagine: ({
            /** @constant */
            type: "module.inserted";
            data: {
                slot: ("M1" | "M2") | string;
                serialNumber?: string;
                partNumber?: string;
                description?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "module.removed";
            data: {
                slot: ("M1" | "M2") | string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "module.booting";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "module.booted";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                versions?: {
                    flashCode?: string;
                    monitor?: string;
                    bootCode?: string;
                } & {
                    [key: string]: unknown;
                };
                serialNumber?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "module.boot-failed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                reason?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "module.reset";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                cause?: "fault" | "operator" | "switchover" | "thermal" | "watchdog" | "unknown";
                reason?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "module.power-lost";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "module.status-changed";
            data: {
                slot: ("M1" | "M2") | string;
                /** @enum {string} */
                from?: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                /** @enum {string} */
                to: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                reason?: string;
                errorCode?: string | number;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "module.role-changed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                from?: "active" | "standby" | "crashed" | "coming-up" | "other";
                /** @enum {string} */
                to: "active" | "standby" | "crashed" | "coming-up" | "other";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "standby.ready";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "standby.down";
            data: {
                /** @enum {string} */
                slot?: "M1" | "M2";
                reason?: string;
                errorCode?: string | number;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "sync.compared";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                /** @enum {string} */
                result: "same" | "different";
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "sync.started";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                /** @enum {string} */
                mode?: "compared" | "unconditional" | "periodic" | "manual";
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "sync.completed";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                version?: string;
                revision?: number;
                digest?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "sync.failed";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                reason?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "config.changed";
            data: {
                revision?: number;
                digest?: string;
                by?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "config.saved";
            data: {
                revision?: number;
                digest?: string;
                by?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "image.updated";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                image: "primary" | "secondary" | "monitor" | "boot";
                version: string;
                digest?: string;
                verified?: boolean;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "boot-source.configured";
            data: {
                order: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp")[];
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "card.inserted";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                card: 1 | 2;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "card.removed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                card: 1 | 2;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "chassis.retired";
            data: {
                by?: string;
                reason?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "redundancy.configured";
            data: {
                /** @enum {string} */
                defaultActiveSlot?: "M1" | "M2";
                syncPeriodSeconds?: number;
                saved?: boolean;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "switchover.requested";
            data: {
                by?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "switchover.refused";
            data: {
                reason: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "switchover.completed";
            data: {
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to: "M1" | "M2";
                /** @enum {string} */
                cause?: "manual" | "active-failed" | "active-power-lost" | "active-removed" | "unknown";
                durationMs?: number;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "chassis.cold-started";
            data: {
                /** @enum {string} */
                reporterSlot?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "chassis.warm-started";
            data: {
                /** @enum {string} */
                reporterSlot?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "chassis.observed";
            data: {
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt?: string;
                nextWithinSeconds?: number;
                managementAddress?: string;
                modules: ({
                    slot: ("M1" | "M2") | string;
                    /** @enum {string} */
                    status?: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                    /** @enum {string} */
                    role?: "active" | "standby" | "crashed" | "coming-up" | "other";
                    /** @enum {string} */
                    standbyState?: "init" | "wait" | "sync" | "ready";
                    serialNumber?: string;
                    uptimeSeconds?: number;
                    versions?: {
                        flashCode?: string;
                        monitor?: string;
                        bootCode?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    bootedFrom?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                } & {
                    [key: string]: unknown;
                })[];
                runningConfig?: {
                    revision?: number;
                    digest?: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "session.opened";
            data: {
                sessionId: string;
                /** @enum {string} */
                kind: "cli" | "web" | "inm";
                peerAddress?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "session.closed";
            data: {
                sessionId: string;
                reason?: string;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "management-port.up";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "management-port.down";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "interface-module.out-of-sync";
            data: {
                slot: string;
                overwritten?: boolean;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "interface-module.resynced";
            data: {
                slot: string;
                overwritten?: boolean;
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            subject?: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time?: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        });
        EventToSend: ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.inserted";
            data: {
                slot: ("M1" | "M2") | string;
                serialNumber?: string;
                partNumber?: string;
                description?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.removed";
            data: {
                slot: ("M1" | "M2") | string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.booting";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.booted";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                versions?: {
                    flashCode?: string;
                    monitor?: string;
                    bootCode?: string;
                } & {
                    [key: string]: unknown;
                };
                serialNumber?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.boot-failed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                reason?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.reset";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                cause?: "fault" | "operator" | "switchover" | "thermal" | "watchdog" | "unknown";
                reason?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.power-lost";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.status-changed";
            data: {
                slot: ("M1" | "M2") | string;
                /** @enum {string} */
                from?: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                /** @enum {string} */
                to: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                reason?: string;
                errorCode?: string | number;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "module.role-changed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                from?: "active" | "standby" | "crashed" | "coming-up" | "other";
                /** @enum {string} */
                to: "active" | "standby" | "crashed" | "coming-up" | "other";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "standby.ready";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "standby.down";
            data: {
                /** @enum {string} */
                slot?: "M1" | "M2";
                reason?: string;
                errorCode?: string | number;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "sync.compared";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                /** @enum {string} */
                result: "same" | "different";
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "sync.started";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                /** @enum {string} */
                mode?: "compared" | "unconditional" | "periodic" | "manual";
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "sync.completed";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                version?: string;
                revision?: number;
                digest?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "sync.failed";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                reason?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "config.changed";
            data: {
                revision?: number;
                digest?: string;
                by?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "config.saved";
            data: {
                revision?: number;
                digest?: string;
                by?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "image.updated";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                image: "primary" | "secondary" | "monitor" | "boot";
                version: string;
                digest?: string;
                verified?: boolean;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "boot-source.configured";
            data: {
                order: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp")[];
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "card.inserted";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                card: 1 | 2;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "card.removed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                card: 1 | 2;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "chassis.retired";
            data: {
                by?: string;
                reason?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "redundancy.configured";
            data: {
                /** @enum {string} */
                defaultActiveSlot?: "M1" | "M2";
                syncPeriodSeconds?: number;
                saved?: boolean;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "switchover.requested";
            data: {
                by?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "switchover.refused";
            data: {
                reason: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "switchover.completed";
            data: {
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to: "M1" | "M2";
                /** @enum {string} */
                cause?: "manual" | "active-failed" | "active-power-lost" | "active-removed" | "unknown";
                durationMs?: number;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "chassis.cold-started";
            data: {
                /** @enum {string} */
                reporterSlot?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "chassis.warm-started";
            data: {
                /** @enum {string} */
                reporterSlot?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "chassis.observed";
            data: {
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt?: string;
                nextWithinSeconds?: number;
                managementAddress?: string;
                modules: ({
                    slot: ("M1" | "M2") | string;
                    /** @enum {string} */
                    status?: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                    /** @enum {string} */
                    role?: "active" | "standby" | "crashed" | "coming-up" | "other";
                    /** @enum {string} */
                    standbyState?: "init" | "wait" | "sync" | "ready";
                    serialNumber?: string;
                    uptimeSeconds?: number;
                    versions?: {
                        flashCode?: string;
                        monitor?: string;
                        bootCode?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    bootedFrom?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                } & {
                    [key: string]: unknown;
                })[];
                runningConfig?: {
                    revision?: number;
                    digest?: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "session.opened";
            data: {
                sessionId: string;
                /** @enum {string} */
                kind: "cli" | "web" | "inm";
                peerAddress?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "session.closed";
            data: {
                sessionId: string;
                reason?: string;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "management-port.up";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "management-port.down";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "interface-module.out-of-sync";
            data: {
                slot: string;
                overwritten?: boolean;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            carrier?: ("syslog" | "trap" | "poll" | "cli" | "operator") | null;
            sequence?: string | null;
            correlationid?: string | null;
            devicetime?: string | null;
            recordedtime?: string | null;
            /** @constant */
            type: "interface-module.resynced";
            data: {
                slot: string;
                overwritten?: boolean;
            } & {
                [key: string]: unknown;
            };
            datacontenttype?: string | null;
            data_base64?: null;
        } & {
            [key: string]: unknown;
        });
        EventsRefused: {
            type: string;
            title: string;
            status: number;
            detail: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
            results?: components["schemas"]["ItemResult"][];
        };
        EventsToSend: components["schemas"]["EventToSend"][];
        Expectation: {
            code: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            slot?: "M1" | "M2";
            file?: string;
        };
        Finding: {
            code: string;
            /** @enum {string} */
            severity: "critical" | "warning" | "info";
            slots: (("M1" | "M2") | string)[];
            file?: string;
            /** Format: date-time */
            since: string;
            message: string;
            evidence: components["schemas"]["EventReference"][];
        };
        FindingPage: {
            items: components["schemas"]["FleetFinding"][];
            nextCursor?: string;
        };
        FleetFinding: {
            code: string;
            /** @enum {string} */
            severity: "critical" | "warning" | "info";
            slots: (("M1" | "M2") | string)[];
            file?: string;
            /** Format: date-time */
            since: string;
            message: string;
            evidence: components["schemas"]["EventReference"][];
            chassisId: components["schemas"]["ChassisId"];
        };
        FleetItem: {
            chassisId: components["schemas"]["ChassisId"];
            activeSlot: ("M1" | "M2") | null;
            /** @enum {string} */
            activeConfidence: "reported" | "predicted" | "disputed" | "unknown";
            /** @enum {string} */
            redundancy: "unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed";
            /** @enum {string} */
            syncStatus: "out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable";
            bootSource: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp") | null;
            switchoverReady: boolean;
            findings: string[];
            lastEventAt: string | null;
            revision: number;
        };
        FleetPage: {
            items: components["schemas"]["FleetItem"][];
            nextCursor?: string;
        };
        FleetSummary: {
            /** Format: date-time */
            asOf: string;
            total: number;
            activeSlot: {
                M1: number;
                M2: number;
                none: number;
            };
            redundancy: {
                unknown: number;
                "no-management-module": number;
                booting: number;
                simplex: number;
                synchronizing: number;
                ready: number;
                switching: number;
                disputed: number;
            };
            sync: {
                "out-of-sync": number;
                synchronizing: number;
                unknown: number;
                "in-sync": number;
                "not-applicable": number;
            };
            bootSource: {
                "primary-flash": number;
                "secondary-flash": number;
                "pcmcia-slot-1": number;
                "pcmcia-slot-2": number;
                tftp: number;
                bootp: number;
                unknown: number;
            };
            switchoverReady: {
                true: number;
                false: number;
            };
            severity: {
                none: number;
                critical: number;
                warning: number;
                info: number;
            };
            findings: {
                [key: string]: number;
            };
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        HistoryItem: {
            event: components["schemas"]["ChassisEvent"];
            /** @enum {string} */
            disposition: "applied" | "no-effect" | "quarantined";
            reason: string | null;
            sameAs: components["schemas"]["EventReference"] | null;
            note?: string;
        };
        Index: {
            /** @constant */
            name: "chassis-twin";
            routes: {
                /** @enum {string} */
                method: "GET" | "POST";
                path: string;
                summary: string;
            }[];
        };
        ItemResult: {
            index: number;
            id: string | null;
            /** @enum {string} */
            status: "accepted" | "rejected" | "failed";
            errors?: {
                pointer: string;
                detail: string;
            }[];
        };
        /** @enum {string} */
        PagePart: "start.js" | "page.css" | "swagger-ui-bundle.js" | "swagger-ui.css";
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
        };
        Prospect: {
            before: components["schemas"]["Twin"];
            after: components["schemas"]["Twin"];
            changes: components["schemas"]["TwinChange"][];
            impact: {
                switchover: boolean;
                sessionsClosed: number;
                bootSource: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp") | null;
                runningVersion: string | null;
                configLossPossible: boolean;
                serviceLoss: boolean;
                withoutRedundancySeconds: number | null;
                recovery: {
                    seconds: number | null;
                    /** @enum {string} */
                    from: "chassis" | "fleet" | "unknown";
                    switchovers: number;
                };
            };
            explanation: string[];
            refusals: components["schemas"]["Reason"][];
        };
        Reason: {
            code: string;
            message: string;
            /** @enum {string} */
            slot?: "M1" | "M2";
            since: string | null;
            /** Format: date-time */
            retryAfter?: string;
            evidence: components["schemas"]["EventReference"][];
        };
        Receipt: {
            accepted: number;
            rejected: number;
            results: components["schemas"]["ItemResult"][];
        };
        Switchover: {
            /** @enum {string} */
            from: "M1" | "M2";
            /** @enum {string} */
            to: "M1" | "M2";
            /** @enum {string} */
            cause: "manual" | "active-failed" | "active-power-lost" | "active-removed" | "unknown";
            /** Format: date-time */
            at: string;
            approximate: boolean;
            confirmedBy: string[];
            phases: {
                requestedAt: string | null;
                lostAt: string | null;
                /** Format: date-time */
                newActiveAt: string;
                oldModuleBackAt: string | null;
                inSyncAt: string | null;
                readyAt: string | null;
            };
            durations: {
                takeoverSeconds: number | null;
                oldModuleBackSeconds: number | null;
                inSyncSeconds: number | null;
                withoutRedundancySeconds: number | null;
            };
            sessionsClosed: number;
            /** @enum {string} */
            configuration: "kept" | "possibly-lost" | "lost";
        };
        SwitchoverPage: {
            items: components["schemas"]["Switchover"][];
            nextCursor?: string;
        };
        Twin: {
            chassisId: components["schemas"]["ChassisId"];
            profile: string;
            /** Format: date-time */
            asOf: string;
            lastEventAt: string | null;
            revision: number;
            /** @constant */
            retired?: true;
            activeSlot: ("M1" | "M2") | null;
            /** @enum {string} */
            activeConfidence: "reported" | "predicted" | "disputed" | "unknown";
            /** @enum {string} */
            redundancy: "unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed";
            /** @enum {string} */
            forwarding: "normal" | "headless" | "down" | "unknown";
            startKind: ("cold" | "warm") | null;
            bootEpoch: number;
            bootSource: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp") | null;
            configuration: {
                /** @enum {string} */
                defaultActiveSlot: "M1" | "M2";
                /** @enum {string} */
                savedDefaultActiveSlot: "M1" | "M2";
                syncPeriodSeconds: number;
                bootOrder: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp")[];
            };
            sync: {
                /** @enum {string} */
                status: "out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable";
                flashCode: {
                    /** @enum {string} */
                    status: "in-sync" | "synchronizing" | "different" | "aborted" | "unknown" | "not-applicable";
                    mode: (("compared" | "unconditional" | "periodic" | "manual") | "presumed") | null;
                    from: ("M1" | "M2") | null;
                    to: ("M1" | "M2") | null;
                    comparedAt: string | null;
                    syncedAt: string | null;
                };
                systemConfig: {
                    /** @enum {string} */
                    status: "in-sync" | "synchronizing" | "different" | "aborted" | "unknown" | "not-applicable";
                    mode: (("compared" | "unconditional" | "periodic" | "manual") | "presumed") | null;
                    from: ("M1" | "M2") | null;
                    to: ("M1" | "M2") | null;
                    comparedAt: string | null;
                    syncedAt: string | null;
                };
                runningConfig: {
                    /** @enum {string} */
                    status: "in-sync" | "synchronizing" | "different" | "aborted" | "unknown" | "not-applicable";
                    mode: (("compared" | "unconditional" | "periodic" | "manual") | "presumed") | null;
                    from: ("M1" | "M2") | null;
                    to: ("M1" | "M2") | null;
                    comparedAt: string | null;
                    syncedAt: string | null;
                };
            };
            switchover: {
                ready: boolean;
                reasons: components["schemas"]["Reason"][];
                count: number;
                last: {
                    /** @enum {string} */
                    from: "M1" | "M2";
                    /** @enum {string} */
                    to: "M1" | "M2";
                    /** @enum {string} */
                    cause: "manual" | "active-failed" | "active-power-lost" | "active-removed" | "unknown";
                    /** Format: date-time */
                    at: string;
                    approximate: boolean;
                    confirmedBy: string[];
                } | null;
            };
            reload: {
                safe: boolean;
                reasons: components["schemas"]["Reason"][];
            };
            management: {
                slot: ("M1" | "M2") | null;
                address: string | null;
                macEpoch: number;
                sessions: {
                    sessionId: string;
                    kind: string;
                    peerAddress: string | null;
                    /** Format: date-time */
                    since: string;
                }[];
            };
            modules: {
                M1: {
                    /** @enum {string} */
                    presence: "present" | "absent" | "unknown";
                    serialNumber: string | null;
                    status: ("empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked") | null;
                    /** @enum {string} */
                    role: "active" | "standby" | "none" | "unknown";
                    standbyState: ("init" | "wait" | "sync" | "ready") | null;
                    bootedFrom: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp") | null;
                    versions: {
                        running: string | null;
                        primary: string | null;
                        secondary: string | null;
                        monitor: string | null;
                        bootCode: string | null;
                    };
                    /** @enum {string} */
                    integrity: "ok" | "suspect" | "unknown";
                    systemConfig: {
                        revision: number | null;
                        digest: string | null;
                    };
                    runningConfig: {
                        revision: number | null;
                        digest: string | null;
                    };
                    cards: {
                        1: boolean | null;
                        2: boolean | null;
                    };
                    /** @enum {string} */
                    managementPort: "up" | "down" | "unknown";
                    bootedAt: string | null;
                };
                M2: {
                    /** @enum {string} */
                    presence: "present" | "absent" | "unknown";
                    serialNumber: string | null;
                    status: ("empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked") | null;
                    /** @enum {string} */
                    role: "active" | "standby" | "none" | "unknown";
                    standbyState: ("init" | "wait" | "sync" | "ready") | null;
                    bootedFrom: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp") | null;
                    versions: {
                        running: string | null;
                        primary: string | null;
                        secondary: string | null;
                        monitor: string | null;
                        bootCode: string | null;
                    };
                    /** @enum {string} */
                    integrity: "ok" | "suspect" | "unknown";
                    systemConfig: {
                        revision: number | null;
                        digest: string | null;
                    };
                    runningConfig: {
                        revision: number | null;
                        digest: string | null;
                    };
                    cards: {
                        1: boolean | null;
                        2: boolean | null;
                    };
                    /** @enum {string} */
                    managementPort: "up" | "down" | "unknown";
                    bootedAt: string | null;
                };
            };
            interfaceModules: {
                [key: string]: {
                    status: ("empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked") | null;
                    inSync: boolean | null;
                };
            };
            findings: components["schemas"]["Finding"][];
            expectations: components["schemas"]["Expectation"][];
            provenance?: {
                [key: string]: components["schemas"]["EventReference"][];
            };
        };
        TwinChange: {
            pointer: string;
            before: unknown;
            after: unknown;
            evidence: components["schemas"]["EventReference"][];
        };
        WhatIf: {
            /** @enum {string} */
            action: "remove-active" | "remove-standby" | "switchover" | "power-loss-active" | "reload";
        } | {
            events: components["schemas"]["EventToImagine"][];
        };
        "boot-source.configured": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "boot-source.configured";
            data: {
                order: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp")[];
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "card.inserted": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "card.inserted";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                card: 1 | 2;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "card.removed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "card.removed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                card: 1 | 2;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "chassis.cold-started": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "chassis.cold-started";
            data: {
                /** @enum {string} */
                reporterSlot?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "chassis.observed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "chassis.observed";
            data: {
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt?: string;
                nextWithinSeconds?: number;
                managementAddress?: string;
                modules: ({
                    slot: ("M1" | "M2") | string;
                    /** @enum {string} */
                    status?: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                    /** @enum {string} */
                    role?: "active" | "standby" | "crashed" | "coming-up" | "other";
                    /** @enum {string} */
                    standbyState?: "init" | "wait" | "sync" | "ready";
                    serialNumber?: string;
                    uptimeSeconds?: number;
                    versions?: {
                        flashCode?: string;
                        monitor?: string;
                        bootCode?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    bootedFrom?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                } & {
                    [key: string]: unknown;
                })[];
                runningConfig?: {
                    revision?: number;
                    digest?: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "chassis.retired": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "chassis.retired";
            data: {
                by?: string;
                reason?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "chassis.warm-started": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "chassis.warm-started";
            data: {
                /** @enum {string} */
                reporterSlot?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "config.changed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "config.changed";
            data: {
                revision?: number;
                digest?: string;
                by?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "config.saved": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "config.saved";
            data: {
                revision?: number;
                digest?: string;
                by?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "image.updated": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "image.updated";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                image: "primary" | "secondary" | "monitor" | "boot";
                version: string;
                digest?: string;
                verified?: boolean;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "interface-module.out-of-sync": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "interface-module.out-of-sync";
            data: {
                slot: string;
                overwritten?: boolean;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "interface-module.resynced": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "interface-module.resynced";
            data: {
                slot: string;
                overwritten?: boolean;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "management-port.down": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "management-port.down";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "management-port.up": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "management-port.up";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.boot-failed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.boot-failed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                reason?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.booted": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.booted";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
                versions?: {
                    flashCode?: string;
                    monitor?: string;
                    bootCode?: string;
                } & {
                    [key: string]: unknown;
                };
                serialNumber?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.booting": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.booting";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                bootSource?: "primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.inserted": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.inserted";
            data: {
                slot: ("M1" | "M2") | string;
                serialNumber?: string;
                partNumber?: string;
                description?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.power-lost": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.power-lost";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.removed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.removed";
            data: {
                slot: ("M1" | "M2") | string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.reset": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.reset";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                cause?: "fault" | "operator" | "switchover" | "thermal" | "watchdog" | "unknown";
                reason?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.role-changed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.role-changed";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
                /** @enum {string} */
                from?: "active" | "standby" | "crashed" | "coming-up" | "other";
                /** @enum {string} */
                to: "active" | "standby" | "crashed" | "coming-up" | "other";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "module.status-changed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "module.status-changed";
            data: {
                slot: ("M1" | "M2") | string;
                /** @enum {string} */
                from?: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                /** @enum {string} */
                to: "empty" | "going-down" | "rejected" | "bad" | "configured" | "coming-up" | "running" | "blocked";
                reason?: string;
                errorCode?: string | number;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "redundancy.configured": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "redundancy.configured";
            data: {
                /** @enum {string} */
                defaultActiveSlot?: "M1" | "M2";
                syncPeriodSeconds?: number;
                saved?: boolean;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "session.closed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "session.closed";
            data: {
                sessionId: string;
                reason?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "session.opened": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "session.opened";
            data: {
                sessionId: string;
                /** @enum {string} */
                kind: "cli" | "web" | "inm";
                peerAddress?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "standby.down": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "standby.down";
            data: {
                /** @enum {string} */
                slot?: "M1" | "M2";
                reason?: string;
                errorCode?: string | number;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "standby.ready": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "standby.ready";
            data: {
                /** @enum {string} */
                slot: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "switchover.completed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "switchover.completed";
            data: {
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to: "M1" | "M2";
                /** @enum {string} */
                cause?: "manual" | "active-failed" | "active-power-lost" | "active-removed" | "unknown";
                durationMs?: number;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "switchover.refused": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "switchover.refused";
            data: {
                reason: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "switchover.requested": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "switchover.requested";
            data: {
                by?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "sync.compared": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "sync.compared";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                /** @enum {string} */
                result: "same" | "different";
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "sync.completed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "sync.completed";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                version?: string;
                revision?: number;
                digest?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "sync.failed": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "sync.failed";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                reason?: string;
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "sync.started": {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            subject: components["schemas"]["ChassisId"];
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            carrier?: "syslog" | "trap" | "poll" | "cli" | "operator";
            sequence?: string;
            correlationid?: string;
            devicetime?: string;
            /** Format: date-time */
            recordedtime?: string;
            /** @constant */
            type: "sync.started";
            data: {
                /** @enum {string} */
                file: "flash-code" | "system-config" | "running-config";
                /** @enum {string} */
                mode?: "compared" | "unconditional" | "periodic" | "manual";
                /** @enum {string} */
                from?: "M1" | "M2";
                /** @enum {string} */
                to?: "M1" | "M2";
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The request says something that is not taken; `errors` says where and what to do. */
        InvalidInput: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller brings no token, or one that is not accepted. */
        Unauthorized: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                /** @description How to sign in (RFC 6750). */
                "WWW-Authenticate": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller may not do this. */
        Forbidden: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                /** @description The scope that the token lacks. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such chassis, or nothing is known of it at that moment; or there is no such route. */
        NotFound: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The path takes other methods. */
        MethodNotAllowed: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                /** @description Those that it takes. */
                Allow: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 1 MiB, or has more than 500 events. */
        PayloadTooLarge: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is in a media type that is not taken here. */
        UnsupportedMediaType: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                /** @description The media types that are. */
                Accept: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description More requests come in a second than the service takes. */
        TooManyRequests: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                /** @description After how many seconds to try again. */
                "Retry-After": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service failed; the same request may succeed later. */
        InternalError: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the service depends on does not answer now. */
        ServiceUnavailable: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                /** @description After how many seconds to try again. */
                "Retry-After": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The answer took too long; the same request may succeed later. */
        NoAnswerInTime: {
            headers: {
                /** @description Ask again before you use what you kept. */
                "Cache-Control": string;
                /** @description After how many seconds to try again. */
                "Retry-After": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The routes. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Index"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    postEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description `handling=strict`: take all events, or none when one of them is faulty (RFC 7240). */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "id": "example-module.removed",
                 *       "source": "//collector.example/syslog",
                 *       "type": "module.removed",
                 *       "subject": "bxr-example-01",
                 *       "time": "2026-03-01T12:00:00.000Z",
                 *       "data": {
                 *         "slot": "M2"
                 *       }
                 *     }
                 */
                "application/cloudevents+json": components["schemas"]["EventToSend"];
                /**
                 * @example [
                 *       {
                 *         "specversion": "1.0",
                 *         "id": "example-standby.ready",
                 *         "source": "//collector.example/syslog",
                 *         "type": "standby.ready",
                 *         "subject": "bxr-example-01",
                 *         "time": "2026-03-01T12:00:00.000Z",
                 *         "data": {
                 *           "slot": "M2"
                 *         }
                 *       },
                 *       {
                 *         "specversion": "1.0",
                 *         "id": "example-module.removed",
                 *         "source": "//collector.example/syslog",
                 *         "type": "module.removed",
                 *         "subject": "bxr-example-01",
                 *         "time": "2026-03-01T12:00:00.000Z",
                 *         "data": {
                 *           "slot": "M2"
                 *         }
                 *       }
                 *     ]
                 */
                "application/cloudevents-batch+json": components["schemas"]["EventsToSend"];
                /**
                 * @example {
                 *       "slot": "M2"
                 *     }
                 */
                "application/json": components["schemas"]["DataToSend"];
            };
        };
        responses: {
            /** @description At least one event is accepted; what became of each. */
            202: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description Send it with `GET /chassis/{id}` to read a twin that counts these events. None for over 100 chassis. */
                    "Twin-Token"?: string;
                    /** @description `handling=strict` when that was asked for. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description No event is accepted: each is faulty, or the body cannot be read. */
            400: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description `handling=strict` when that was asked for. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EventsRefused"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description No event could be taken now. */
            503: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description After how many seconds to try again. */
                    "Retry-After": string;
                    /** @description `handling=strict` when that was asked for. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EventsRefused"];
                };
            };
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    listChassis: {
        parameters: {
            query?: {
                /** @description The slot of the active module; `none` when none is active. */
                activeSlot?: ("M1" | "M2" | "none")[];
                /** @description Who leads, and whether a standby could take over. */
                redundancy?: ("unknown" | "no-management-module" | "booting" | "simplex" | "synchronizing" | "ready" | "switching" | "disputed")[];
                /** @description Whether the standby holds what the active module holds. */
                sync?: ("out-of-sync" | "synchronizing" | "unknown" | "in-sync" | "not-applicable")[];
                /** @description Where the active module loaded its code from; `flash` and `pcmcia` are groups. */
                bootSource?: ("primary-flash" | "secondary-flash" | "pcmcia-slot-1" | "pcmcia-slot-2" | "tftp" | "bootp" | "flash" | "pcmcia" | "unknown")[];
                /** @description Whether a switchover would succeed now. */
                switchoverReady?: ("true" | "false")[];
                /** @description Chassis on which this finding is open. */
                finding?: ("no-active" | "headless" | "split-brain" | "image-suspect" | "standby-missing" | "standby-not-ready" | "standby-port-down" | "code-mismatch" | "config-mismatch" | "boot-code-mismatch" | "sync-stale" | "sync-aborted" | "sync-overdue" | "boot-overdue" | "config-loss-possible" | "config-lost" | "boot-source-missing" | "interface-module-out-of-sync" | "contradictory-report" | "silent" | "running-version-mismatch" | "boot-source-fallback" | "missed-event" | "role-not-default")[];
                /** @description Chassis whose id begins so. */
                prefix?: string[];
                /** @description The fleet as it was then, each chassis computed from its own history; not in the future. */
                at?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of chassis. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetPage"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    getChassis: {
        parameters: {
            query?: {
                /** @description The twin as the device was then; not in the future. */
                at?: string;
                /** @description By what had been received by then; not in the future. */
                knownAt?: string;
                /** @description `provenance`: the events on which the main fields rest, by JSON Pointer. */
                include?: "provenance"[];
            };
            header?: {
                /** @description Waits up to 5 seconds for the events of the `POST /events` that answered it. */
                "Twin-Token"?: string;
                /** @description An ETag: 304 while the twin is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The chassis: the `subject` of its events. */
                id: components["schemas"]["ChassisId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The twin. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description Changes when the twin does. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Twin"];
                };
            };
            /** @description The twin is still the same. */
            304: {
                headers: {
                    /** @description Changes when the twin does. */
                    ETag: string;
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Events from this time on. */
                from?: string;
                /** @description Events up to this time. */
                to?: string;
                /** @description Events of these types. */
                type?: ("module.inserted" | "module.removed" | "module.booting" | "module.booted" | "module.boot-failed" | "module.reset" | "module.power-lost" | "module.status-changed" | "module.role-changed" | "standby.ready" | "standby.down" | "sync.compared" | "sync.started" | "sync.completed" | "sync.failed" | "config.changed" | "config.saved" | "image.updated" | "boot-source.configured" | "card.inserted" | "card.removed" | "chassis.retired" | "redundancy.configured" | "switchover.requested" | "switchover.refused" | "switchover.completed" | "chassis.cold-started" | "chassis.warm-started" | "chassis.observed" | "session.opened" | "session.closed" | "management-port.up" | "management-port.down" | "interface-module.out-of-sync" | "interface-module.resynced")[];
                /** @description Events that were so treated. */
                disposition?: ("applied" | "no-effect" | "quarantined")[];
                /** @description How many items at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The chassis: the `subject` of its events. */
                id: components["schemas"]["ChassisId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of events. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    listSwitchovers: {
        parameters: {
            query?: {
                /** @description How many items at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The chassis: the `subject` of its events. */
                id: components["schemas"]["ChassisId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of switchovers. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchoverPage"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    compareChassis: {
        parameters: {
            query: {
                /** @description The moment to compare with. */
                from: string;
                /** @description The other moment; now unless given. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The chassis: the `subject` of its events. */
                id: components["schemas"]["ChassisId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changed. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    askWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The chassis: the `subject` of its events. */
                id: components["schemas"]["ChassisId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "remove-active"
                 *     }
                 */
                "application/json": components["schemas"]["WhatIf"];
            };
        };
        responses: {
            /** @description The twin before and after, and what it means. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prospect"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    summarizeFleet: {
        parameters: {
            query?: {
                /** @description Chassis whose id begins so. */
                prefix?: string[];
                /** @description The fleet as it was then, each chassis computed from its own history; not in the future. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetSummary"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag: 304 while the content is still the same. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description Changes when the content does. */
                    ETag: string;
                    /** @description What the page may load. */
                    "Content-Security-Policy": string;
                    /** @description `nosniff` */
                    "X-Content-Type-Options": "nosniff";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Description"];
                };
            };
            /** @description The content is still the same. */
            304: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description Changes when the content does. */
                    ETag: string;
                    /** @description What the page may load. */
                    "Content-Security-Policy": string;
                    /** @description `nosniff` */
                    "X-Content-Type-Options": "nosniff";
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    getDescriptionPage: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag: 304 while the content is still the same. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description Changes when the content does. */
                    ETag: string;
                    /** @description What the page may load. */
                    "Content-Security-Policy": string;
                    /** @description `nosniff` */
                    "X-Content-Type-Options": "nosniff";
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            /** @description The content is still the same. */
            304: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description Changes when the content does. */
                    ETag: string;
                    /** @description What the page may load. */
                    "Content-Security-Policy": string;
                    /** @description `nosniff` */
                    "X-Content-Type-Options": "nosniff";
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    getDescriptionPagePart: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag: 304 while the content is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Its name. */
                file: components["schemas"]["PagePart"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description Changes when the content does. */
                    ETag: string;
                    /** @description What the page may load. */
                    "Content-Security-Policy": string;
                    /** @description `nosniff` */
                    "X-Content-Type-Options": "nosniff";
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript; charset=utf-8": string;
                    "text/css; charset=utf-8": string;
                };
            };
            /** @description The content is still the same. */
            304: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    /** @description Changes when the content does. */
                    ETag: string;
                    /** @description What the page may load. */
                    "Content-Security-Policy": string;
                    /** @description `nosniff` */
                    "X-Content-Type-Options": "nosniff";
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description Findings of these codes. */
                code?: ("no-active" | "headless" | "split-brain" | "image-suspect" | "standby-missing" | "standby-not-ready" | "standby-port-down" | "code-mismatch" | "config-mismatch" | "boot-code-mismatch" | "sync-stale" | "sync-aborted" | "sync-overdue" | "boot-overdue" | "config-loss-possible" | "config-lost" | "boot-source-missing" | "interface-module-out-of-sync" | "contradictory-report" | "silent" | "running-version-mismatch" | "boot-source-fallback" | "missed-event" | "role-not-default")[];
                /** @description Findings that are so severe. */
                severity?: ("critical" | "warning" | "info")[];
                /** @description Chassis whose id begins so. */
                prefix?: string[];
                /** @description How many items at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of findings. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    assertFleet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "assertions": [
                 *         {
                 *           "name": "London has ready standbys",
                 *           "where": {
                 *             "prefix": "bxr-lon-"
                 *           },
                 *           "expect": {
                 *             "redundancy": "ready"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Assertions"];
            };
        };
        responses: {
            /** @description What holds, and what does not. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssertionResults"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
    checkHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All is well. */
            200: {
                headers: {
                    /** @description Ask again before you use what you kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["InvalidInput"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["NoAnswerInTime"];
        };
    };
}
