/// <reference path="../../src-main/build-constants.d.ts" />
