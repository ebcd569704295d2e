-- CreateEnum
CREATE TYPE "role" AS ENUM ('employee', 'manager', 'project-manager', 'funder', 'administrator');

-- CreateEnum
CREATE TYPE "hand_over_form" AS ENUM ('walk-through', 'supervision', 'side-by-side', 'in-house-course');

-- CreateEnum
CREATE TYPE "attestation_source" AS ENUM ('course', 'hand-over', 'manager', 'teach-back');

-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('sie', 'training');

-- CreateEnum
CREATE TYPE "partner_role" AS ENUM ('owner', 'coordinator', 'partner');

-- CreateEnum
CREATE TYPE "financing" AS ENUM ('grant', 'cash', 'in-kind');

-- CreateEnum
CREATE TYPE "cumulation" AS ENUM ('sum', 'latest', 'average');

-- CreateEnum
CREATE TYPE "report_kind" AS ENUM ('interim', 'final');

-- CreateEnum
CREATE TYPE "training_kind" AS ENUM ('course', 'hand-over', 'import');

-- CreateEnum
CREATE TYPE "training_status" AS ENUM ('submitted', 'returned', 'approved', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "authority_id" UUID,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "language" TEXT,
    "demo_role" "role",
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" UUID,
    "project_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" TEXT NOT NULL,
    "account_id" UUID,
    "purpose" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authority_id" UUID,
    "account_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "key" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "window_ends" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "project_id" UUID,
    "held_on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "form" "hand_over_form" NOT NULL,
    "gives_level" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "entered_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hand_over_trainer" (
    "hand_over_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "hand_over_trainer_pkey" PRIMARY KEY ("hand_over_id","person_id")
);

-- CreateTable
CREATE TABLE "hand_over_learner" (
    "hand_over_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "confirmed_on" DATE,
    "declined_on" DATE,

    CONSTRAINT "hand_over_learner_pkey" PRIMARY KEY ("hand_over_id","person_id")
);

-- CreateTable
CREATE TABLE "hand_over_element" (
    "hand_over_id" UUID NOT NULL,
    "core_element_id" UUID NOT NULL,

    CONSTRAINT "hand_over_element_pkey" PRIMARY KEY ("hand_over_id","core_element_id")
);

-- CreateTable
CREATE TABLE "frozen_group" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "frozen_on" DATE NOT NULL,

    CONSTRAINT "frozen_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "group_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("group_id","person_id")
);

-- CreateTable
CREATE TABLE "competence" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "esco_uri" TEXT,
    "jobtech_id" TEXT,

    CONSTRAINT "competence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "core_element" (
    "id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "core_element_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "min_holders" INTEGER NOT NULL,
    "min_carriers" INTEGER NOT NULL,
    "due_on" DATE,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attestation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "competence_id" UUID NOT NULL,
    "level" INTEGER,
    "observed" BOOLEAN NOT NULL DEFAULT false,
    "source" "attestation_source" NOT NULL,
    "source_id" UUID,
    "attested_on" DATE NOT NULL,
    "attested_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "attestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "file_id" UUID NOT NULL,
    "project_id" UUID,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "outcome" JSONB,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "applied_by_id" UUID,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funder" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "funder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_before" DATE NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "funder_id" UUID NOT NULL,
    "programme" TEXT NOT NULL DEFAULT '',
    "funder_ref" TEXT,
    "own_ref" TEXT,
    "applied_on" DATE,
    "applied_ore" BIGINT,
    "granted_on" DATE,
    "granted_ore" BIGINT,
    "closed_on" DATE,
    "conditions" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phase" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE NOT NULL,
    "is_extension" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "ref" TEXT,
    "summary" TEXT NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appendix" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "dated_on" DATE,
    "file_id" UUID,

    CONSTRAINT "appendix_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "org_number" TEXT,
    "role" "partner_role" NOT NULL,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "cost_category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "financing" "financing" NOT NULL,
    "grant_id" UUID,
    "accounts" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_amount" (
    "id" UUID NOT NULL,
    "budget_line_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE NOT NULL,
    "amount_ore" BIGINT NOT NULL,

    CONSTRAINT "budget_amount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hour_rate" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "rate_ore" BIGINT NOT NULL,

    CONSTRAINT "hour_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_hours" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "budget_line_id" UUID NOT NULL,
    "person_id" UUID,
    "partner_id" UUID,
    "worked_on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "rate_ore" BIGINT NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "source_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "own_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voucher" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "identity" TEXT NOT NULL,
    "object_code" TEXT NOT NULL,
    "org_number" TEXT NOT NULL,
    "fiscal_year" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "booked_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "import_id" UUID,

    CONSTRAINT "voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "budget_line_id" UUID,
    "booked_on" DATE NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "account" TEXT,
    "voucher_id" UUID,
    "row_number" INTEGER,
    "source_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "cost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authority" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "org_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT,
    "job_title" TEXT NOT NULL,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "higher_is_better" BOOLEAN NOT NULL DEFAULT true,
    "baseline" DECIMAL(14,2) NOT NULL,
    "baseline_on" DATE NOT NULL,
    "cumulation" "cumulation" NOT NULL,
    "source" TEXT,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_target" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "value" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "indicator_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "measured_on" DATE NOT NULL,
    "value" DECIMAL(14,2) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "result" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "report_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "activities" TEXT NOT NULL DEFAULT '',
    "results" TEXT NOT NULL DEFAULT '',
    "lessons" TEXT NOT NULL DEFAULT '',
    "shared_at" TIMESTAMPTZ(3),
    "shared_by_id" UUID,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_comment" (
    "report_id" UUID NOT NULL,
    "budget_line_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "report_comment_pkey" PRIMARY KEY ("report_id","budget_line_id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "provider" TEXT NOT NULL DEFAULT '',
    "competence_id" UUID,
    "minutes" INTEGER,
    "gives_level" INTEGER,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_record" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "training_kind" NOT NULL,
    "status" "training_status" NOT NULL,
    "course_id" UUID,
    "title" TEXT NOT NULL,
    "competence_id" UUID,
    "held_on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "learned" TEXT NOT NULL DEFAULT '',
    "claimed_level" INTEGER,
    "cost_ore" BIGINT,
    "budget_line_id" UUID,
    "evidence_link" TEXT,
    "evidence_file_id" UUID,
    "source_id" UUID,
    "source_key" TEXT,
    "plan_colleagues" INTEGER,
    "plan_due_on" DATE,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_decision" (
    "id" UUID NOT NULL,
    "training_record_id" UUID NOT NULL,
    "approved" BOOLEAN NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "confirmed_level" INTEGER,
    "observed" BOOLEAN NOT NULL DEFAULT false,
    "decided_by_id" UUID,
    "decided_by_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_demo_role_key" ON "account"("demo_role");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "one_time_link_account_id_idx" ON "one_time_link"("account_id");

-- CreateIndex
CREATE INDEX "audit_event_authority_id_at_idx" ON "audit_event"("authority_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_at_idx" ON "audit_event"("subject_type", "subject_id", "at");

-- CreateIndex
CREATE INDEX "hand_over_competence_id_held_on_idx" ON "hand_over"("competence_id", "held_on");

-- CreateIndex
CREATE INDEX "hand_over_authority_id_held_on_idx" ON "hand_over"("authority_id", "held_on" DESC);

-- CreateIndex
CREATE INDEX "hand_over_project_id_held_on_idx" ON "hand_over"("project_id", "held_on");

-- CreateIndex
CREATE INDEX "hand_over_trainer_person_id_idx" ON "hand_over_trainer"("person_id");

-- CreateIndex
CREATE INDEX "hand_over_learner_person_id_confirmed_on_idx" ON "hand_over_learner"("person_id", "confirmed_on");

-- CreateIndex
CREATE INDEX "frozen_group_competence_id_idx" ON "frozen_group"("competence_id");

-- CreateIndex
CREATE UNIQUE INDEX "frozen_group_project_id_competence_id_key" ON "frozen_group"("project_id", "competence_id");

-- CreateIndex
CREATE INDEX "group_member_person_id_idx" ON "group_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "competence_code_key" ON "competence"("code");

-- CreateIndex
CREATE INDEX "competence_authority_id_name_idx" ON "competence"("authority_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "core_element_competence_id_position_key" ON "core_element"("competence_id", "position");

-- CreateIndex
CREATE INDEX "requirement_competence_id_idx" ON "requirement"("competence_id");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_unit_id_competence_id_key" ON "requirement"("unit_id", "competence_id");

-- CreateIndex
CREATE INDEX "attestation_person_id_competence_id_idx" ON "attestation"("person_id", "competence_id");

-- CreateIndex
CREATE INDEX "attestation_competence_id_person_id_level_idx" ON "attestation"("competence_id", "person_id", "level");

-- CreateIndex
CREATE INDEX "attestation_source_id_idx" ON "attestation"("source_id");

-- CreateIndex
CREATE INDEX "import_authority_id_created_at_idx" ON "import"("authority_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "funder_name_key" ON "funder"("name");

-- CreateIndex
CREATE UNIQUE INDEX "project_code_key" ON "project"("code");

-- CreateIndex
CREATE INDEX "project_authority_id_starts_on_idx" ON "project"("authority_id", "starts_on");

-- CreateIndex
CREATE INDEX "project_unit_id_idx" ON "project"("unit_id");

-- CreateIndex
CREATE INDEX "grant_project_id_idx" ON "grant"("project_id");

-- CreateIndex
CREATE INDEX "phase_project_id_starts_on_idx" ON "phase"("project_id", "starts_on");

-- CreateIndex
CREATE INDEX "decision_project_id_decided_on_idx" ON "decision"("project_id", "decided_on");

-- CreateIndex
CREATE INDEX "appendix_project_id_idx" ON "appendix"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "partner_project_id_name_key" ON "partner"("project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_project_id_position_key" ON "budget_line"("project_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "budget_amount_budget_line_id_starts_on_key" ON "budget_amount"("budget_line_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "hour_rate_project_id_valid_from_key" ON "hour_rate"("project_id", "valid_from");

-- CreateIndex
CREATE INDEX "own_hours_project_id_worked_on_idx" ON "own_hours"("project_id", "worked_on");

-- CreateIndex
CREATE INDEX "own_hours_budget_line_id_worked_on_idx" ON "own_hours"("budget_line_id", "worked_on");

-- CreateIndex
CREATE INDEX "own_hours_person_id_worked_on_idx" ON "own_hours"("person_id", "worked_on");

-- CreateIndex
CREATE INDEX "own_hours_source_id_idx" ON "own_hours"("source_id");

-- CreateIndex
CREATE INDEX "voucher_project_id_booked_on_idx" ON "voucher"("project_id", "booked_on");

-- CreateIndex
CREATE INDEX "voucher_import_id_idx" ON "voucher"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_identity_object_code_key" ON "voucher"("identity", "object_code");

-- CreateIndex
CREATE INDEX "cost_project_id_booked_on_idx" ON "cost"("project_id", "booked_on");

-- CreateIndex
CREATE INDEX "cost_budget_line_id_booked_on_idx" ON "cost"("budget_line_id", "booked_on");

-- CreateIndex
CREATE INDEX "cost_source_id_idx" ON "cost"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "cost_voucher_id_row_number_key" ON "cost"("voucher_id", "row_number");

-- CreateIndex
CREATE UNIQUE INDEX "authority_name_key" ON "authority"("name");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_authority_id_name_key" ON "unit"("authority_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_authority_id_family_name_given_name_idx" ON "person"("authority_id", "family_name", "given_name");

-- CreateIndex
CREATE INDEX "person_unit_id_family_name_given_name_idx" ON "person"("unit_id", "family_name", "given_name");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_project_id_position_key" ON "indicator"("project_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_target_indicator_id_due_on_key" ON "indicator_target"("indicator_id", "due_on");

-- CreateIndex
CREATE INDEX "measurement_indicator_id_measured_on_idx" ON "measurement"("indicator_id", "measured_on");

-- CreateIndex
CREATE INDEX "submission_created_at_idx" ON "submission"("created_at");

-- CreateIndex
CREATE INDEX "report_project_id_starts_on_idx" ON "report"("project_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "course_authority_id_title_key" ON "course"("authority_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "training_record_source_key_key" ON "training_record"("source_key");

-- CreateIndex
CREATE INDEX "training_record_person_id_held_on_idx" ON "training_record"("person_id", "held_on" DESC);

-- CreateIndex
CREATE INDEX "training_record_status_submitted_at_idx" ON "training_record"("status", "submitted_at");

-- CreateIndex
CREATE INDEX "training_record_competence_id_held_on_idx" ON "training_record"("competence_id", "held_on");

-- CreateIndex
CREATE INDEX "training_record_source_id_idx" ON "training_record"("source_id");

-- CreateIndex
CREATE INDEX "training_decision_training_record_id_decided_at_idx" ON "training_decision"("training_record_id", "decided_at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_trainer" ADD CONSTRAINT "hand_over_trainer_hand_over_id_fkey" FOREIGN KEY ("hand_over_id") REFERENCES "hand_over"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_trainer" ADD CONSTRAINT "hand_over_trainer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_learner" ADD CONSTRAINT "hand_over_learner_hand_over_id_fkey" FOREIGN KEY ("hand_over_id") REFERENCES "hand_over"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_learner" ADD CONSTRAINT "hand_over_learner_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_element" ADD CONSTRAINT "hand_over_element_hand_over_id_fkey" FOREIGN KEY ("hand_over_id") REFERENCES "hand_over"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_element" ADD CONSTRAINT "hand_over_element_core_element_id_fkey" FOREIGN KEY ("core_element_id") REFERENCES "core_element"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "frozen_group" ADD CONSTRAINT "frozen_group_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "frozen_group" ADD CONSTRAINT "frozen_group_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "frozen_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "core_element" ADD CONSTRAINT "core_element_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_funder_id_fkey" FOREIGN KEY ("funder_id") REFERENCES "funder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase" ADD CONSTRAINT "phase_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appendix" ADD CONSTRAINT "appendix_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appendix" ADD CONSTRAINT "appendix_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_amount" ADD CONSTRAINT "budget_amount_budget_line_id_fkey" FOREIGN KEY ("budget_line_id") REFERENCES "budget_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hour_rate" ADD CONSTRAINT "hour_rate_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_budget_line_id_fkey" FOREIGN KEY ("budget_line_id") REFERENCES "budget_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost" ADD CONSTRAINT "cost_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost" ADD CONSTRAINT "cost_budget_line_id_fkey" FOREIGN KEY ("budget_line_id") REFERENCES "budget_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost" ADD CONSTRAINT "cost_voucher_id_fkey" FOREIGN KEY ("voucher_id") REFERENCES "voucher"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_budget_line_id_fkey" FOREIGN KEY ("budget_line_id") REFERENCES "budget_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_competence_id_fkey" FOREIGN KEY ("competence_id") REFERENCES "competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_budget_line_id_fkey" FOREIGN KEY ("budget_line_id") REFERENCES "budget_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_evidence_file_id_fkey" FOREIGN KEY ("evidence_file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_decision" ADD CONSTRAINT "training_decision_training_record_id_fkey" FOREIGN KEY ("training_record_id") REFERENCES "training_record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema's language cannot say.
ALTER TABLE "person" ADD CONSTRAINT "person_leaves_after_joining" CHECK ("left_on" IS NULL OR "left_on" >= "joined_on");
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_level" CHECK ("level" BETWEEN 1 AND 4 AND "min_holders" >= 0 AND "min_carriers" >= 0);
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_level" CHECK ("level" BETWEEN 1 AND 4 OR ("level" IS NULL AND "source" = 'teach-back'));
ALTER TABLE "course" ADD CONSTRAINT "course_values" CHECK (("gives_level" IS NULL OR "gives_level" BETWEEN 1 AND 4) AND ("minutes" IS NULL OR "minutes" > 0));
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_values" CHECK ("minutes" > 0 AND ("claimed_level" IS NULL OR "claimed_level" BETWEEN 0 AND 4) AND ("cost_ore" IS NULL OR "cost_ore" >= 0) AND ("plan_colleagues" IS NULL OR "plan_colleagues" > 0));
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_values" CHECK ("minutes" > 0 AND "gives_level" BETWEEN 1 AND 3);
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_withdrawn_with_reason" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
ALTER TABLE "hand_over_learner" ADD CONSTRAINT "hand_over_learner_one_answer" CHECK ("confirmed_on" IS NULL OR "declined_on" IS NULL);
ALTER TABLE "project" ADD CONSTRAINT "project_period" CHECK ("ends_before" > "starts_on");
ALTER TABLE "phase" ADD CONSTRAINT "phase_period" CHECK ("ends_before" > "starts_on");
ALTER TABLE "budget_amount" ADD CONSTRAINT "budget_amount_period" CHECK ("ends_before" > "starts_on");
ALTER TABLE "hour_rate" ADD CONSTRAINT "hour_rate_positive" CHECK ("rate_ore" > 0);
ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_values" CHECK ("minutes" > 0 AND "rate_ore" >= 0 AND "amount_ore" >= 0);
ALTER TABLE "own_hours" ADD CONSTRAINT "own_hours_somebodys" CHECK (("person_id" IS NULL) <> ("partner_id" IS NULL));
ALTER TABLE "cost" ADD CONSTRAINT "cost_row_of_voucher" CHECK (("voucher_id" IS NULL) = ("row_number" IS NULL));
ALTER TABLE "report" ADD CONSTRAINT "report_period" CHECK ("ends_before" > "starts_on");

-- The trail is only ever added to.
CREATE FUNCTION "keep_audit_trail"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event rows are never changed or removed';
END;
$$;
CREATE TRIGGER "audit_event_is_final" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "keep_audit_trail"();
