-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "action" TEXT,
ADD COLUMN     "content" TEXT;
