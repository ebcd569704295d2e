/** Forms: fields that keep what was typed, errors in words, and buttons that say what they do. */
export { AskedAgain } from "./form/asked-again";
export { Checkbox, CheckboxGroup, RadioGroup, type Choice } from "./form/choice-fields";
export { DateField } from "./form/date-field";
export { FileField } from "./form/file-field";
export { FormErrors } from "./form/form-errors";
export { FormActions, FormRow } from "./form/form-layout";
export { fieldId, typedValue, type FormState, type RefusedForm } from "./form/form-state";
export { HoursField, MoneyField, NumberField } from "./form/number-fields";
export { SearchField } from "./form/search-field";
export { SelectField, type SelectGroup, type SelectOption } from "./form/select-field";
export { SubmissionId } from "./form/submission-id";
export { SubmitButton } from "./form/submit-button";
export { TextArea, TextField } from "./form/text-fields";
