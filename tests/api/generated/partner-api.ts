// Made by `npm run docs`, by openapi-typescript, of docs/openapi.json: change neither.
// SHA-256 d4dd12f4903d6dc17b4ece6aefaa19359a8edb6d3bef9197ccf2ad0f35648bfe

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process runs; nothing else is asked */
        get: operations["get_health"];
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
        /** This description */
        get: operations["get_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All problems, as a page */
        get: operations["list_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem means, as a page: where its `type` leads to */
        get: operations["get_problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this instance takes requests: its database answers, and it is not about to stop
         * @description Neither Solaris nor the identity provider is asked: without them every instance would be taken out.
         */
        get: operations["get_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activation-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customer's letters whose activation code counts
         * @description Exists where `activation_letters` of the policy is true.
         */
        get: operations["list_activation_letters"];
        put?: never;
        /**
         * Have Solaris send the customer a letter with an activation code
         * @description Exists where `activation_letters` of the policy is true. May need a newer or stronger sign-in, as `sign_in_again` of `/v1/me` says. Each request that may have reached Solaris counts for the limit, also one that is refused because there is a code.
         */
        post: operations["request_activation_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activation-letters/{letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a letter's code
         * @description Exists where `activation_letters` of the policy is true.
         */
        delete: operations["cancel_activation_letter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customer's cards */
        get: operations["list_cards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cards/{card_id}/pin-change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a PIN change by change request; nothing changes before it is confirmed */
        post: operations["create_change_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cards/{card_id}/pin-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the card's PIN
         * @description Sent to Solaris once. Repeating the request answers with its outcome, and never sends it again.
         */
        post: operations["change_pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cards/{card_id}/pin-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Solaris' key for the encryption of this card's new PIN
         * @description Fetch it for each change, right before it.
         */
        get: operations["get_pin_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customer's consents to device data */
        get: operations["list_device_consents"];
        put?: never;
        /**
         * Say at Solaris that the customer consents to device data
         * @description Exists where `device_data` of the policy is not `off`. For one device, after its customer has read what is collected and has agreed. Each request that may have reached Solaris counts for the limit.
         */
        post: operations["give_device_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device-consents/{consent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a consent to device data
         * @description From then on no device data is taken under it, even if this is answered by a problem of Solaris': then repeat it, until Solaris has taken it.
         */
        delete: operations["withdraw_device_consent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customer's bound devices */
        get: operations["list_devices"];
        put?: never;
        /**
         * Begin to bind a device: the customer is sent a one-time code, or has one by letter
         * @description May need a newer or stronger sign-in, as `sign_in_again` of `/v1/me` says.
         */
        post: operations["create_device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One bound device and the purposes of its keys */
        get: operations["get_device"];
        put?: never;
        post?: never;
        /** Remove a bound device with all its keys */
        delete: operations["remove_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{device_id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add the restricted key that signs PIN changes
         * @description May need a newer or stronger sign-in, as `sign_in_again` of `/v1/me` says.
         */
        post: operations["add_device_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{device_id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Until when the one-time code of a device is valid */
        get: operations["get_code_time"];
        put?: never;
        /** Finish the binding with the signed one-time code */
        post: operations["verify_device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in customer */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pin-changes/{request_id}/authorization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a TAN, or the text that the device has to sign
         * @description Each repetition gives a new one, with a new time limit.
         */
        post: operations["authorize_change_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pin-changes/{request_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the PIN change
         * @description Sent to Solaris one at a time, and never again after an unclear answer.
         */
        post: operations["confirm_change_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pin-changes/{request_id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What became of a PIN change, and makes that final
         * @description A POST because it decides: a change that has not arrived by now is `not_received`, and refused for a day if it arrives later; a change request that waits for its confirmation is refused; after `ERR_PIN_KEY_OUTDATED` no second attempt is taken. So ask only once you want to send nothing more under this id. Asking again is safe, and so is asking about an id that never existed. It never asks Solaris for a change.
         */
        post: operations["settle_pin_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the partner allows */
        get: operations["get_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/removed-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customer's devices that were removed, as far as Solaris lists them */
        get: operations["list_removed_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long to wait for what is limited
         * @description For one of the customer's devices, where it is named. Asking counts nothing.
         */
        get: operations["get_waits"];
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
        ActivationLetter: {
            /** @description Until when its code counts. Null where Solaris does not say it in a form that can be read. */
            expires_at: string | null;
            letter_id: string;
            /** @description Null where Solaris does not say it in a form that can be read, or says a time that is yet to come. */
            requested_at: string | null;
        };
        ActivationLetters: {
            /**
             * @description Letters that Solaris listed and that cannot be read, or a list without an end.
             * @default 0
             */
            left_out: number;
            /** @description The newest first. */
            letters: components["schemas"]["ActivationLetter"][];
            /** @description Until another letter may be asked for; 0 if it may now. */
            wait_seconds: number;
        };
        AddKeyRequest: {
            /** @description With `device_data`: the consent that was given on this device, by its `consent_id`. */
            device_consent_id?: string;
            /** @description Passed on exactly as it is, and never kept. Without a consent that counts: `ERR_DEVICE_CONSENT_MISSING`. */
            device_data?: string;
            /** @description The restricted public key. */
            key: string;
            /** @description By the unrestricted key, over the text of `key` exactly as sent. */
            signature: string;
        };
        AddKeyResponse: {
            key_id: string;
        };
        AuthorizationRequest: {
            /** @constant */
            route: "sms";
        } | {
            /** @description With `device_data`: the consent that was given on this device, by its `consent_id`. */
            device_consent_id?: string;
            /** @description Passed on exactly as it is, and never kept. Without a consent that counts: `ERR_DEVICE_CONSENT_MISSING`. */
            device_data?: string;
            device_id: string;
            /** @constant */
            route: "device_signing";
        };
        AuthorizationResponse: {
            /**
             * Format: date-time
             * @description Until when it can be confirmed.
             */
            expires_at: string;
            /** @description With `device_signing` only. */
            string_to_sign?: string;
        };
        Card: {
            /** @description `MM/YY` as printed on the card, or empty. */
            expires: string;
            id: string;
            /** @description First and last digits, stars between. */
            masked_pan: string;
            name_on_card: string;
            status: string;
            type: string;
        };
        Cards: {
            /**
             * @description Accounts whose cards Solaris would not list.
             * @default 0
             */
            accounts_left_out: number;
            cards: components["schemas"]["Card"][];
            /**
             * @description Cards that Solaris listed and that cannot be shown.
             * @default 0
             */
            cards_left_out: number;
            /**
             * @description Whether there can be more cards than were read.
             * @default false
             */
            truncated: boolean;
        };
        ChangeRequestRequest: {
            /** @description 1. Only after `ERR_PIN_KEY_OUTDATED`: 2, once, with the same `request_id` and the PIN encrypted for the key fetched anew. Otherwise `ERR_ATTEMPT_REFUSED`. */
            attempt: 1 | 2;
            /** @description JWE, compact serialisation: RSA-OAEP-256, A256CBC-HS512. */
            encrypted_pin: string;
            key_id: string;
            /**
             * Format: uuid
             * @description Made by the client for each change that the cardholder asks for: what the change is known by.
             */
            request_id: string;
            /** @enum {string} */
            route: "device_signing" | "sms";
        };
        ChangeRequestResponse: {
            /** @constant */
            outcome: "authorization_required";
        };
        CodeTime: {
            /** @description Null where Solaris does not say it in a form that can be read. */
            expires_at: string | null;
        };
        ConfirmationRequest: {
            /** @constant */
            route: "sms";
            tan: string;
        } | {
            /** @description With `device_data`: the consent that was given on this device, by its `consent_id`. */
            device_consent_id?: string;
            /** @description Passed on exactly as it is, and never kept. Without a consent that counts: `ERR_DEVICE_CONSENT_MISSING`. */
            device_data?: string;
            device_id: string;
            /** @constant */
            route: "device_signing";
            /** @description By the restricted key, over the ASCII text of `string_to_sign`. */
            signature: string;
        };
        CreateDeviceRequest: {
            /**
             * @description What proves whose device it is; `sms` where it is not said. `activation_code`, of a letter that has come, only where `activation_letters` of the policy is true: earlier versions send a text message all the same.
             * @enum {string}
             */
            challenge_type?: "sms" | "activation_code";
            /** @description With `device_data`: the consent that was given on this device, by its `consent_id`. */
            device_consent_id?: string;
            /** @description Passed on exactly as it is, and never kept. Without a consent that counts: `ERR_DEVICE_CONSENT_MISSING`. */
            device_data?: string;
            /** @description The unrestricted public key. */
            key: string;
            /**
             * @description Of the message that carries the code.
             * @enum {string}
             */
            language?: "de" | "en" | "fr";
            /** @description What the cardholder calls the device. */
            name: string;
            /**
             * @description Of the restricted key to come; a policy may refuse it before a code is sent.
             * @enum {string}
             */
            protection_level: "keychain" | "keychain_passcode" | "hardware_passcode";
        };
        CreateDeviceResponse: {
            challenge: {
                /** Format: date-time */
                expires_at: string;
                id: string;
            };
            device_id: string;
        };
        Device: {
            /** @description Null where Solaris does not say it in a form that can be read. */
            created_at: string | null;
            id: string;
            /** @description With `details=true` only: when Solaris says that any of the device's keys was last used. Null where it does not say it. */
            last_used_at?: string | null;
            name: string;
        };
        DeviceConsent: {
            /** @description Solaris' id of it: the session id for the library that makes `device_data`. */
            consent_id: string;
            /** @description Whether `device_data` is taken with it. False from the moment of its withdrawal, and after a backup was restored. */
            counts: boolean;
            /** Format: date-time */
            given_at: string;
            /** @description When Solaris took the withdrawal. Null with `counts` false: Solaris may still have it; withdraw it again. */
            withdrawn_at: string | null;
        };
        DeviceConsents: {
            /** @description Those that count, then the others; of each the newest first. */
            consents: components["schemas"]["DeviceConsent"][];
            /** @description Whether there are more, which are not told. */
            truncated: boolean;
        };
        DeviceDetail: {
            /** @description Null where Solaris does not say it in a form that can be read. */
            created_at: string | null;
            id: string;
            key_purposes: string[];
            name: string;
        };
        Devices: {
            devices: components["schemas"]["Device"][];
            /**
             * @description Devices that Solaris listed and that cannot be read, or a list without an end.
             * @default 0
             */
            left_out: number;
            limit: number;
        };
        GiveConsentRequest: Record<string, never>;
        Health: {
            /** @constant */
            status: "ok";
        };
        Me: {
            customer_id: string;
            name: string;
            /** @description Null: nothing is missing. */
            sign_in_again: components["schemas"]["SignInAgain"] | null;
        };
        PinChangeRecord: {
            card_id?: string;
            /**
             * Format: date-time
             * @description With `changed`: when Solaris' answer was recorded.
             */
            changed_at?: string;
            /** @enum {string} */
            problem?: "ERR_NOT_SIGNED_IN" | "ERR_SOLARIS_UNAVAILABLE" | "ERR_TOO_MANY_REQUESTS" | "ERR_NOT_FOUND" | "ERR_REFUSED" | "ERR_NOT_RECORDED" | "ERR_DEVICE_CONSENT_MISSING" | "ERR_DEVICE_DATA_REQUIRED" | "ERR_INVALID_REQUEST" | "ERR_OPERATION_UNKNOWN" | "ERR_NOT_READY" | "ERR_METHOD_NOT_ALLOWED" | "ERR_BACKEND_INTERNAL" | "ERR_SIGN_IN_UNAVAILABLE" | "ERR_SIGN_IN_AGAIN" | "ERR_NO_CARDHOLDER" | "ERR_DEVICE_LIMIT" | "ERR_DEVICE_REFUSED" | "ERR_PROTECTION_REFUSED" | "ERR_DEVICE_KEY_CONFLICT" | "ERR_RESTRICTED_KEY_EXISTS" | "ERR_NO_MOBILE_NUMBER" | "ERR_CODE_REFUSED" | "ERR_CODE_EXPIRED" | "ERR_ACTIVATION_CODE_EXISTS" | "ERR_TAN_REFUSED" | "ERR_CHANGE_REQUEST_ENDED" | "ERR_PIN_REFUSED" | "ERR_PIN_KEY_OUTDATED" | "ERR_ENCRYPTION_REFUSED" | "ERR_ROUTE_REFUSED" | "ERR_PIN_CHANGE_IN_PROGRESS" | "ERR_PIN_CHANGE_CLOSED" | "ERR_CARD_NOT_ELIGIBLE" | "ERR_REQUEST_ID_REUSED" | "ERR_ATTEMPT_REFUSED" | "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";
            /**
             * Format: uuid
             * @description Made by the client for each change that the cardholder asks for: what the change is known by.
             */
            request_id: string;
            /** @description With `in_progress`: when to ask again. */
            retry_after_seconds?: number;
            solaris_error_id?: string;
            /** @enum {string} */
            state: "in_progress" | "not_received" | "changed" | "refused" | "unknown";
        };
        PinChangeRequest: {
            /** @description 1. Only after `ERR_PIN_KEY_OUTDATED`: 2, once, with the same `request_id` and the PIN encrypted for the key fetched anew. Otherwise `ERR_ATTEMPT_REFUSED`. */
            attempt: 1 | 2;
            /** @description With `device_data`: the consent that was given on this device, by its `consent_id`. */
            device_consent_id?: string;
            /** @description Passed on exactly as it is, and never kept. Without a consent that counts: `ERR_DEVICE_CONSENT_MISSING`. */
            device_data?: string;
            device_id: string;
            /** @description JWE, compact serialisation: RSA-OAEP-256, A256CBC-HS512. */
            encrypted_pin: string;
            key_id: string;
            /**
             * Format: uuid
             * @description Made by the client for each change that the cardholder asks for: what the change is known by.
             */
            request_id: string;
            /** @description By the restricted key, over the ASCII text of `encrypted_pin`. */
            signature: string;
        };
        PinChangeResponse: {
            /** @constant */
            outcome: "changed";
        };
        PinKey: {
            alg?: string;
            e: string;
            kid: string;
            /** @constant */
            kty: "RSA";
            n: string;
            use?: string;
        };
        Policy: {
            accepted_protection_levels: ("keychain" | "keychain_passcode" | "hardware_passcode")[];
            /** @description Whether a device may be bound with the code of a letter. Absent, as from earlier versions: no. */
            activation_letters?: boolean;
            /**
             * @description Whether `device_data` is taken, with the customer's consent. With `required`, requests without it are refused by `ERR_DEVICE_DATA_REQUIRED`, except those of `sms`. Absent, as from earlier versions: `off`.
             * @enum {string}
             */
            device_data?: "off" | "optional" | "required";
            /** @description Allowed ways to change a PIN, the preferred one first. */
            pin_change_routes: ("signed" | "device_signing" | "sms")[];
        };
        Problem: {
            /** @enum {string} */
            code: "ERR_NOT_SIGNED_IN" | "ERR_SOLARIS_UNAVAILABLE" | "ERR_TOO_MANY_REQUESTS" | "ERR_NOT_FOUND" | "ERR_REFUSED" | "ERR_NOT_RECORDED" | "ERR_DEVICE_CONSENT_MISSING" | "ERR_DEVICE_DATA_REQUIRED" | "ERR_INVALID_REQUEST" | "ERR_OPERATION_UNKNOWN" | "ERR_NOT_READY" | "ERR_METHOD_NOT_ALLOWED" | "ERR_BACKEND_INTERNAL" | "ERR_SIGN_IN_UNAVAILABLE" | "ERR_SIGN_IN_AGAIN" | "ERR_NO_CARDHOLDER" | "ERR_DEVICE_LIMIT" | "ERR_DEVICE_REFUSED" | "ERR_PROTECTION_REFUSED" | "ERR_DEVICE_KEY_CONFLICT" | "ERR_RESTRICTED_KEY_EXISTS" | "ERR_NO_MOBILE_NUMBER" | "ERR_CODE_REFUSED" | "ERR_CODE_EXPIRED" | "ERR_ACTIVATION_CODE_EXISTS" | "ERR_TAN_REFUSED" | "ERR_CHANGE_REQUEST_ENDED" | "ERR_PIN_REFUSED" | "ERR_PIN_KEY_OUTDATED" | "ERR_ENCRYPTION_REFUSED" | "ERR_ROUTE_REFUSED" | "ERR_PIN_CHANGE_IN_PROGRESS" | "ERR_PIN_CHANGE_CLOSED" | "ERR_CARD_NOT_ELIGIBLE" | "ERR_REQUEST_ID_REUSED" | "ERR_ATTEMPT_REFUSED" | "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";
            /** @description What Solaris or the validation said, without any secret. */
            detail?: string;
            /** @description `urn:uuid:<id>` of this one request, which is also in `x-request-id` and in the log. */
            instance?: string;
            retry_after_seconds?: number;
            /** @description What Solaris' support can look up: an id, or several with commas between them, what decided first. */
            solaris_error_id?: string;
            status: number;
            title: string;
            /** @description `/problems/` and the code: relative to this backend, where it leads to a page about it. No other server's answer has it. */
            type: string;
        };
        RemovedDevice: {
            /** @description Null where Solaris does not say it in a form that can be read. */
            created_at: string | null;
            id: string;
            name: string;
            /** Format: date-time */
            removed_at: string;
        };
        RemovedDevices: {
            /** @description The newest removal first. */
            devices: components["schemas"]["RemovedDevice"][];
            /**
             * @description Devices that Solaris listed and that cannot be read, or a list without an end.
             * @default 0
             */
            left_out: number;
            /** @description Whether there are older ones, which are not told. */
            truncated: boolean;
        };
        RequestLetterRequest: {
            /** @description True: a code that counts is to count no more. Otherwise it refuses the request. */
            invalidate_existing_code?: boolean;
        };
        SettlementRequest: {
            /** @description How long ago the app made the request id, by its own clock. Without it, and where it cannot be an age, an id that is not on record is `unknown` for 90 days after a backup was restored. */
            begun_seconds_ago?: number;
        };
        SignInAgain: {
            /** @description One of them is enough; empty: any. */
            acr_values: string[];
            /** @description In seconds since the sign-in; null: any. */
            max_age: number | null;
        };
        VerifyDeviceRequest: {
            challenge_id: string;
            /** @description With `device_data`: the consent that was given on this device, by its `consent_id`. */
            device_consent_id?: string;
            /** @description Passed on exactly as it is, and never kept. Without a consent that counts: `ERR_DEVICE_CONSENT_MISSING`. */
            device_data?: string;
            /** @description By the unrestricted key, over the code's ASCII digits; of an activation code, over the code's ASCII letters and digits, exactly as the letter has them. */
            signature: string;
        };
        Waits: {
            binding: number;
            code: number;
            pin_change: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Always `no-store`: nothing on the way may keep cards, devices or their absence. */
        CacheControl: "no-store";
        /** @description In seconds (RFC 9110 §10.2.3), where it is known: as `retry_after_seconds`, before which a request is refused, or of `ERR_NOT_RECORDED` a guess at when its database is there again. */
        RetryAfter: number;
        /** @description How to sign in (`DPoP`, `Bearer`; RFC 9110 §11.6.1), and in `error` what was wrong with the token or its proof. Where a step needs another sign-in, `acr_values` and `max_age` say which (RFC 9470). */
        WwwAuthenticate: string;
        /** @description Of this one request, made by the backend: also in a problem's `instance`, and in the backend's log. */
        XRequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
        };
    };
    get_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The description, OpenAPI 3.1. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
        };
    };
    list_problems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
        };
    };
    get_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The problem's `code`. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
        };
    };
    get_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give it requests. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_NOT_READY`: This instance takes no requests at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_READY";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    list_activation_letters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those whose code counts. Proves that there is none only if `left_out` is 0. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivationLetters"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    request_activation_letter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestLetterRequest"];
            };
        };
        responses: {
            /** @description Solaris has taken the request. The code is in the letter alone. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivationLetter"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. `ERR_SIGN_IN_AGAIN`: This step needs a newer or stronger sign-in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN" | "ERR_SIGN_IN_AGAIN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_ACTIVATION_CODE_EXISTS`: A letter with an activation code was sent already, and its code still counts. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_ACTIVATION_CODE_EXISTS";
                        /** @enum {number} */
                        status: 409;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    cancel_activation_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: its code counts no more. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    list_cards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 150 cards. Complete only if nothing was left out and `truncated` is false. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cards"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    create_change_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                card_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequestRequest"];
            };
        };
        responses: {
            /** @description Solaris waits for the confirmation. Nothing is changed yet. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestResponse"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. `ERR_SIGN_IN_AGAIN`: This step needs a newer or stronger sign-in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN" | "ERR_SIGN_IN_AGAIN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. `ERR_ROUTE_REFUSED`: The partner's policy does not offer this way of changing a PIN. `ERR_DEVICE_REFUSED`: Solaris did not accept the device or its signature. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER" | "ERR_ROUTE_REFUSED" | "ERR_DEVICE_REFUSED";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_NO_MOBILE_NUMBER`: The customer has no mobile number that a code can be sent to. `ERR_PIN_KEY_OUTDATED`: The PIN was encrypted for a key that is no longer in use. `ERR_CARD_NOT_ELIGIBLE`: The card's status does not allow a new PIN. `ERR_REQUEST_ID_REUSED`: This request id was used before with another content. `ERR_ATTEMPT_REFUSED`: A second attempt is accepted only when the first was refused for its key. `ERR_PIN_CHANGE_IN_PROGRESS`: This PIN change is being carried out. `ERR_PIN_CHANGE_CLOSED`: This PIN change was closed; nothing is carried out under its id. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_MOBILE_NUMBER" | "ERR_PIN_KEY_OUTDATED" | "ERR_CARD_NOT_ELIGIBLE" | "ERR_REQUEST_ID_REUSED" | "ERR_ATTEMPT_REFUSED" | "ERR_PIN_CHANGE_IN_PROGRESS" | "ERR_PIN_CHANGE_CLOSED";
                        /** @enum {number} */
                        status: 409;
                    };
                };
            };
            /** @description `ERR_CHANGE_REQUEST_ENDED`: The change request has expired, was tried too often, or is unknown. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_CHANGE_REQUEST_ENDED";
                        /** @enum {number} */
                        status: 410;
                    };
                };
            };
            /** @description `ERR_PIN_REFUSED`: The new PIN breaks the card issuer's rules. `ERR_ENCRYPTION_REFUSED`: Solaris could not decrypt the PIN. `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_REFUSED" | "ERR_ENCRYPTION_REFUSED" | "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
            /** @description `ERR_PIN_CHANGE_OUTCOME_UNKNOWN`: The PIN change was sent, and no clear answer came back. */
            504: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";
                        /** @enum {number} */
                        status: 504;
                    };
                };
            };
        };
    };
    change_pin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                card_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinChangeRequest"];
            };
        };
        responses: {
            /** @description Solaris has said that the PIN is changed. No other answer means so. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PinChangeResponse"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. `ERR_SIGN_IN_AGAIN`: This step needs a newer or stronger sign-in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN" | "ERR_SIGN_IN_AGAIN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. `ERR_DEVICE_REFUSED`: Solaris did not accept the device or its signature. `ERR_ROUTE_REFUSED`: The partner's policy does not offer this way of changing a PIN. `ERR_DEVICE_CONSENT_MISSING`: Device data is taken only under a consent that counts, and where the policy takes any. `ERR_DEVICE_DATA_REQUIRED`: The partner's policy takes this request only with device data. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER" | "ERR_DEVICE_REFUSED" | "ERR_ROUTE_REFUSED" | "ERR_DEVICE_CONSENT_MISSING" | "ERR_DEVICE_DATA_REQUIRED";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_PIN_KEY_OUTDATED`: The PIN was encrypted for a key that is no longer in use. `ERR_CARD_NOT_ELIGIBLE`: The card's status does not allow a new PIN. `ERR_REQUEST_ID_REUSED`: This request id was used before with another content. `ERR_ATTEMPT_REFUSED`: A second attempt is accepted only when the first was refused for its key. `ERR_PIN_CHANGE_IN_PROGRESS`: This PIN change is being carried out. `ERR_PIN_CHANGE_CLOSED`: This PIN change was closed; nothing is carried out under its id. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_KEY_OUTDATED" | "ERR_CARD_NOT_ELIGIBLE" | "ERR_REQUEST_ID_REUSED" | "ERR_ATTEMPT_REFUSED" | "ERR_PIN_CHANGE_IN_PROGRESS" | "ERR_PIN_CHANGE_CLOSED";
                        /** @enum {number} */
                        status: 409;
                    };
                };
            };
            /** @description `ERR_PIN_REFUSED`: The new PIN breaks the card issuer's rules. `ERR_ENCRYPTION_REFUSED`: Solaris could not decrypt the PIN. `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_REFUSED" | "ERR_ENCRYPTION_REFUSED" | "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
            /** @description `ERR_PIN_CHANGE_OUTCOME_UNKNOWN`: The PIN change was sent, and no clear answer came back. */
            504: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";
                        /** @enum {number} */
                        status: 504;
                    };
                };
            };
        };
    };
    get_pin_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                card_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JWK, as Solaris has it. Encrypt with RSA-OAEP-256 and A256CBC-HS512, whatever its `alg` says. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PinKey"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    list_device_consents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that this backend has told Solaris, of all devices. A device knows its own by its id. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceConsents"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    give_device_consent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveConsentRequest"];
            };
        };
        responses: {
            /** @description Solaris has it. Keep its id on the device. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceConsent"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_OPERATION_UNKNOWN`: This backend has no such operation. `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_OPERATION_UNKNOWN" | "ERR_NOT_FOUND";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    withdraw_device_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: Solaris has taken the withdrawal. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    list_devices: {
        parameters: {
            query?: {
                /** @description Whether to ask for the keys of each device, too. False where it is not said. */
                details?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proves that a device is absent only if `left_out` is 0. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Devices"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    create_device: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDeviceRequest"];
            };
        };
        responses: {
            /** @description The code was sent, unless it is a letter's. The device is bound once the code comes back signed. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateDeviceResponse"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. `ERR_SIGN_IN_AGAIN`: This step needs a newer or stronger sign-in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN" | "ERR_SIGN_IN_AGAIN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. `ERR_PROTECTION_REFUSED`: The partner's policy does not accept how this device keeps its key. `ERR_DEVICE_CONSENT_MISSING`: Device data is taken only under a consent that counts, and where the policy takes any. `ERR_DEVICE_DATA_REQUIRED`: The partner's policy takes this request only with device data. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER" | "ERR_PROTECTION_REFUSED" | "ERR_DEVICE_CONSENT_MISSING" | "ERR_DEVICE_DATA_REQUIRED";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_NO_MOBILE_NUMBER`: The customer has no mobile number that a code can be sent to. `ERR_DEVICE_LIMIT`: The customer has as many bound devices as Solaris allows. `ERR_DEVICE_KEY_CONFLICT`: This public key is registered already. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_MOBILE_NUMBER" | "ERR_DEVICE_LIMIT" | "ERR_DEVICE_KEY_CONFLICT";
                        /** @enum {number} */
                        status: 409;
                    };
                };
            };
            /** @description `ERR_CODE_EXPIRED`: The one-time code's challenge has ended or is unknown. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_CODE_EXPIRED";
                        /** @enum {number} */
                        status: 410;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    get_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceDetail"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    remove_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: the device and its keys are removed. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    add_device_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddKeyRequest"];
            };
        };
        responses: {
            /** @description The device can sign PIN changes. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddKeyResponse"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. `ERR_SIGN_IN_AGAIN`: This step needs a newer or stronger sign-in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN" | "ERR_SIGN_IN_AGAIN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. `ERR_DEVICE_REFUSED`: Solaris did not accept the device or its signature. `ERR_DEVICE_CONSENT_MISSING`: Device data is taken only under a consent that counts, and where the policy takes any. `ERR_DEVICE_DATA_REQUIRED`: The partner's policy takes this request only with device data. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER" | "ERR_DEVICE_REFUSED" | "ERR_DEVICE_CONSENT_MISSING" | "ERR_DEVICE_DATA_REQUIRED";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_RESTRICTED_KEY_EXISTS`: The device has its restricted key; another one needs a new binding. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_RESTRICTED_KEY_EXISTS";
                        /** @enum {number} */
                        status: 409;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    get_code_time: {
        parameters: {
            query: {
                challenge_id: string;
            };
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Solaris still knows the code. Of one that is over, `ERR_CODE_EXPIRED` says so. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeTime"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_CODE_EXPIRED`: The one-time code's challenge has ended or is unknown. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_CODE_EXPIRED";
                        /** @enum {number} */
                        status: 410;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    verify_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyDeviceRequest"];
            };
        };
        responses: {
            /** @description Done: the device is bound. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. `ERR_CODE_REFUSED`: The one-time code is not the one that was sent. `ERR_DEVICE_CONSENT_MISSING`: Device data is taken only under a consent that counts, and where the policy takes any. `ERR_DEVICE_DATA_REQUIRED`: The partner's policy takes this request only with device data. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER" | "ERR_CODE_REFUSED" | "ERR_DEVICE_CONSENT_MISSING" | "ERR_DEVICE_DATA_REQUIRED";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_DEVICE_LIMIT`: The customer has as many bound devices as Solaris allows. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_DEVICE_LIMIT";
                        /** @enum {number} */
                        status: 409;
                    };
                };
            };
            /** @description `ERR_CODE_EXPIRED`: The one-time code's challenge has ended or is unknown. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_CODE_EXPIRED";
                        /** @enum {number} */
                        status: 410;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer of this sign-in. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    authorize_change_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the client for each change that the cardholder asks for: what the change is known by. */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationRequest"];
            };
        };
        responses: {
            /** @description The TAN was sent, or here is the text to sign. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationResponse"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. `ERR_ROUTE_REFUSED`: The partner's policy does not offer this way of changing a PIN. `ERR_DEVICE_REFUSED`: Solaris did not accept the device or its signature. `ERR_DEVICE_CONSENT_MISSING`: Device data is taken only under a consent that counts, and where the policy takes any. `ERR_DEVICE_DATA_REQUIRED`: The partner's policy takes this request only with device data. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER" | "ERR_ROUTE_REFUSED" | "ERR_DEVICE_REFUSED" | "ERR_DEVICE_CONSENT_MISSING" | "ERR_DEVICE_DATA_REQUIRED";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_PIN_KEY_OUTDATED`: The PIN was encrypted for a key that is no longer in use. `ERR_CARD_NOT_ELIGIBLE`: The card's status does not allow a new PIN. `ERR_PIN_CHANGE_IN_PROGRESS`: This PIN change is being carried out. `ERR_PIN_CHANGE_CLOSED`: This PIN change was closed; nothing is carried out under its id. `ERR_NO_MOBILE_NUMBER`: The customer has no mobile number that a code can be sent to. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_KEY_OUTDATED" | "ERR_CARD_NOT_ELIGIBLE" | "ERR_PIN_CHANGE_IN_PROGRESS" | "ERR_PIN_CHANGE_CLOSED" | "ERR_NO_MOBILE_NUMBER";
                        /** @enum {number} */
                        status: 409;
                    };
                };
            };
            /** @description `ERR_CHANGE_REQUEST_ENDED`: The change request has expired, was tried too often, or is unknown. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_CHANGE_REQUEST_ENDED";
                        /** @enum {number} */
                        status: 410;
                    };
                };
            };
            /** @description `ERR_PIN_REFUSED`: The new PIN breaks the card issuer's rules. `ERR_ENCRYPTION_REFUSED`: Solaris could not decrypt the PIN. `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_REFUSED" | "ERR_ENCRYPTION_REFUSED" | "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
            /** @description `ERR_PIN_CHANGE_OUTCOME_UNKNOWN`: The PIN change was sent, and no clear answer came back. */
            504: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";
                        /** @enum {number} */
                        status: 504;
                    };
                };
            };
        };
    };
    confirm_change_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the client for each change that the cardholder asks for: what the change is known by. */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            /** @description Solaris has said that the PIN is changed. No other answer means so. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PinChangeResponse"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. `ERR_ROUTE_REFUSED`: The partner's policy does not offer this way of changing a PIN. `ERR_DEVICE_REFUSED`: Solaris did not accept the device or its signature. `ERR_TAN_REFUSED`: The TAN is not the one that was sent. `ERR_DEVICE_CONSENT_MISSING`: Device data is taken only under a consent that counts, and where the policy takes any. `ERR_DEVICE_DATA_REQUIRED`: The partner's policy takes this request only with device data. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER" | "ERR_ROUTE_REFUSED" | "ERR_DEVICE_REFUSED" | "ERR_TAN_REFUSED" | "ERR_DEVICE_CONSENT_MISSING" | "ERR_DEVICE_DATA_REQUIRED";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_PIN_KEY_OUTDATED`: The PIN was encrypted for a key that is no longer in use. `ERR_CARD_NOT_ELIGIBLE`: The card's status does not allow a new PIN. `ERR_PIN_CHANGE_IN_PROGRESS`: This PIN change is being carried out. `ERR_PIN_CHANGE_CLOSED`: This PIN change was closed; nothing is carried out under its id. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_KEY_OUTDATED" | "ERR_CARD_NOT_ELIGIBLE" | "ERR_PIN_CHANGE_IN_PROGRESS" | "ERR_PIN_CHANGE_CLOSED";
                        /** @enum {number} */
                        status: 409;
                    };
                };
            };
            /** @description `ERR_CHANGE_REQUEST_ENDED`: The change request has expired, was tried too often, or is unknown. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_CHANGE_REQUEST_ENDED";
                        /** @enum {number} */
                        status: 410;
                    };
                };
            };
            /** @description `ERR_PIN_REFUSED`: The new PIN breaks the card issuer's rules. `ERR_ENCRYPTION_REFUSED`: Solaris could not decrypt the PIN. `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_REFUSED" | "ERR_ENCRYPTION_REFUSED" | "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
            /** @description `ERR_PIN_CHANGE_OUTCOME_UNKNOWN`: The PIN change was sent, and no clear answer came back. */
            504: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";
                        /** @enum {number} */
                        status: 504;
                    };
                };
            };
        };
    };
    settle_pin_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the client for each change that the cardholder asks for: what the change is known by. */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SettlementRequest"];
            };
        };
        responses: {
            /** @description What is known. Every state but `in_progress` is final. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PinChangeRecord"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_NOT_FOUND`: There is no such thing among what belongs to this customer. `ERR_OPERATION_UNKNOWN`: This backend has no such operation. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN";
                        /** @enum {number} */
                        status: 404;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    get_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is allowed, the same for all customers. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    list_removed_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest 20. There may be more, which Solaris does not list. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedDevices"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_REFUSED`: Solaris refused the request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_REFUSED";
                        /** @enum {number} */
                        status: 422;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. `ERR_SOLARIS_UNAVAILABLE`: Solaris cannot be reached or does not work at the moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED" | "ERR_SOLARIS_UNAVAILABLE";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
    get_waits: {
        parameters: {
            query?: {
                device_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In seconds; 0 where nothing has to be waited for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waits"];
                };
            };
            /** @description `ERR_INVALID_REQUEST`: The request does not have the form that this API describes. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_INVALID_REQUEST";
                        /** @enum {number} */
                        status: 400;
                    };
                };
            };
            /** @description `ERR_NOT_SIGNED_IN`: The sign-in is missing or has ended. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NOT_SIGNED_IN";
                        /** @enum {number} */
                        status: 401;
                    };
                };
            };
            /** @description `ERR_NO_CARDHOLDER`: The sign-in is valid, but belongs to no cardholder of this bank. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_NO_CARDHOLDER";
                        /** @enum {number} */
                        status: 403;
                    };
                };
            };
            /** @description `ERR_TOO_MANY_REQUESTS`: Too many requests; wait before the next one. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_TOO_MANY_REQUESTS";
                        /** @enum {number} */
                        status: 429;
                    };
                };
            };
            /** @description `ERR_BACKEND_INTERNAL`: An error on our side. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_BACKEND_INTERNAL";
                        /** @enum {number} */
                        status: 500;
                    };
                };
            };
            /** @description `ERR_SIGN_IN_UNAVAILABLE`: The identity provider cannot be reached at the moment. `ERR_NOT_RECORDED`: The request could not be recorded, so nothing was sent to Solaris. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ERR_SIGN_IN_UNAVAILABLE" | "ERR_NOT_RECORDED";
                        /** @enum {number} */
                        status: 503;
                    };
                };
            };
        };
    };
}
