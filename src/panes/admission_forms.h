/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/admission_forms.h -- ADM2 DOS DOS2: an application, and its dossier
 *
 * ADM2: the id of an application, or "" for a new one. DOS: the id of the
 * application whose dossier it is.
 */
#ifndef PANES_ADMISSION_FORMS_H
#define PANES_ADMISSION_FORMS_H

extern const struct pane application_form, dossier_pane, dossier_form;

#endif
