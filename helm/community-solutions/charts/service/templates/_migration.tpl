{{/* Gives the application its rights and migrates, as the owner of the database, with the service's own image: it initialises
     itself and exits. No hook orders it: pods of a release do not start before the database is as they need it, and until
     then those of the release before go on. */}}
{{- define "service.migration" -}}
{{- $migration := dict "root" .root "name" (printf "%s-migration" .name) "service" .service -}}
{{- $pod := include "service.migrationPod" . -}}
apiVersion: batch/v1
kind: Job
metadata:
  # A job cannot be changed: what differs is a new job.
  name: {{ .name }}-migration-{{ $pod | sha256sum | trunc 8 }}
  labels: {{- include "service.labels" $migration | nindent 4 }}
spec:
  # The database may still be on its way.
  backoffLimit: 10
  template:
    metadata:
      labels: {{- include "service.selector" $migration | nindent 8 }}
        app.kubernetes.io/part-of: community-solutions
    {{- $pod | nindent 4 }}
{{- end }}

{{- define "service.migrationPod" -}}
{{- $database := include "service.database" . -}}
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  enableServiceLinks: false
  {{- include "service.pullSecrets" . | nindent 2 }}
  securityContext: {{- include "service.podSecurity" . | nindent 4 }}
  initContainers:
    - name: rights
      image: {{ .root.Values.platform.postgresql.image }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      securityContext: {{- include "service.containerSecurity" . | nindent 8 }}
      command: [psql, --no-psqlrc, --set=ON_ERROR_STOP=1, --command, {{ include "service.privileges" . | quote }}]
      env:
        - {name: PGHOST, value: {{ include "platform.postgresql.host" .root | quote }}}
        - {name: PGPORT, value: {{ include "platform.postgresql.port" .root | quote }}}
        - {name: PGDATABASE, value: {{ $database }}}
        - {name: PGUSER, value: {{ $database }}_owner}
        - {name: PGSSLMODE, value: verify-full}
        - {name: PGSSLROOTCERT, value: /etc/trust/database/ca.crt}
        - {name: PGCONNECT_TIMEOUT, value: "5"}
        - name: PGPASSWORD
          valueFrom: {secretKeyRef: {name: {{ .name }}-database-owner, key: password}}
      resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {memory: 64Mi}}
      volumeMounts:
        - {name: database-trust, mountPath: /etc/trust/database, readOnly: true}
  containers:
    - name: migrate
      image: {{ include "service.image" . }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      securityContext: {{- include "service.containerSecurity" . | nindent 8 }}
      env: {{- include "service.migrationEnvironment" . | nindent 8 }}
      resources: {{- toYaml .service.resources | nindent 8 }}
      volumeMounts:
        - {name: tmp, mountPath: /tmp}
        - {name: database-trust, mountPath: /etc/trust/database, readOnly: true}
  volumes:
    - name: tmp
      emptyDir: {sizeLimit: 64Mi}
    - name: database-trust
      secret: {secretName: {{ include "platform.postgresql.caSecret" .root }}, items: [{key: ca.crt, path: ca.crt}]}
{{- end }}

{{- define "service.migrationEnvironment" -}}
{{ include "service.javaOptions" . }}
{{ include "service.databaseEnvironment" . }}
- {name: QUARKUS_INIT_AND_EXIT, value: "true"}
- name: DATABASE_OWNER_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .name }}-database-owner, key: password}}
{{- end }}

{{/* The application works with the owner's rows and owns nothing; the connector reads what a migration grants it. */}}
{{- define "service.privileges" -}}
{{- $database := include "service.database" . -}}
revoke all on database {{ $database }} from public;
grant connect on database {{ $database }} to {{ $database }}_app, outbox_connector;
revoke all on schema public from public;
grant usage on schema public to {{ $database }}_app, outbox_connector;
alter default privileges in schema public grant select, insert, update, delete on tables to {{ $database }}_app;
alter default privileges in schema public grant usage, select on sequences to {{ $database }}_app;
{{- end }}
