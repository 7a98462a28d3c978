import { createSessionService } from "./lucia.ts";
import { describeSessionService } from "./describe-session-service.ts";

describeSessionService("sessions by lucia", createSessionService);
