{{- define "service.workload" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .name }}
  labels: {{- include "service.labels" . | nindent 4 }}
automountServiceAccountToken: false
---
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  selector: {{- include "service.selector" . | nindent 4 }}
  ports:
    - {name: http, port: 8080, targetPort: http}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  {{- if not .root.Values.autoscaling.enabled }}
  replicas: {{ .service.replicas.min }}
  {{- end }}
  selector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
  # The new pod is ready before an old one goes.
  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
  template:
    metadata:
      labels: {{- include "service.labels" . | nindent 8 }}
    spec:
      serviceAccountName: {{ .name }}
      automountServiceAccountToken: false
      # Variables like INTAKE_PORT mean something else to the services.
      enableServiceLinks: false
      {{- include "service.pullSecrets" . | nindent 6 }}
      {{- with .root.Values.pods.priorityClassName }}
      priorityClassName: {{ . }}
      {{- end }}
      securityContext: {{- include "service.podSecurity" . | nindent 8 }}
      terminationGracePeriodSeconds: {{ add .root.Values.pods.leaveSeconds .root.Values.pods.stopSeconds }}
      topologySpreadConstraints:
        {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
        - maxSkew: 1
          topologyKey: {{ . }}
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "service.selector" $ | nindent 14 }}
        {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ include "service.image" . }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          securityContext: {{- include "service.containerSecurity" . | nindent 12 }}
          ports:
            - {name: http, containerPort: 8080}
          env: {{- include "service.environment" . | nindent 12 }}
          # Only startup may take its time. Liveness asks for nothing but the process; readiness for what it works with.
          startupProbe:
            httpGet: {path: /q/health/started, port: http}
            periodSeconds: 2
            failureThreshold: 60
          livenessProbe:
            httpGet: {path: /q/health/live, port: http}
            periodSeconds: 10
            timeoutSeconds: 3
            failureThreshold: 3
          readinessProbe:
            httpGet: {path: /q/health/ready, port: http}
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
          resources: {{- toYaml .service.resources | nindent 12 }}
          volumeMounts:
            - {name: tmp, mountPath: /tmp}
            - {name: database-trust, mountPath: /etc/trust/database, readOnly: true}
            {{- if .service.reads }}
            - {name: kafka-trust, mountPath: /etc/trust/kafka, readOnly: true}
            {{- end }}
            {{- range $folder := .service.folders }}
            - {name: {{ $folder.configMap }}, mountPath: /etc/council/{{ $folder.configMap }}, readOnly: true}
            {{- end }}
      volumes:
        - name: tmp
          emptyDir: {sizeLimit: {{ .service.temporary }}}
        - name: database-trust
          secret: {secretName: {{ include "platform.postgresql.caSecret" .root }}, items: [{key: ca.crt, path: ca.crt}]}
        {{- if .service.reads }}
        - name: kafka-trust
          secret: {secretName: {{ include "platform.kafka.caSecret" .root }}, items: [{key: ca.crt, path: ca.crt}]}
        {{- end }}
        {{- range $folder := .service.folders }}
        - name: {{ $folder.configMap }}
          configMap: {name: {{ $folder.configMap }}}
        {{- end }}
{{- end }}

{{- define "service.environment" -}}
{{ include "service.javaOptions" . }}
- {name: HTTP_HOST, value: 0.0.0.0}
- {name: LOG_JSON, value: "true"}
- {name: QUARKUS_HTTP_PORT, value: "8080"}
# Told to end, a service goes on while the load balancers learn of it, and closes each connection with its answer; only then it
# ends its requests, commits and lets its partitions go. Waiting in a preStop instead would leave its callers connected.
- {name: QUARKUS_SHUTDOWN_DELAY, value: {{ .root.Values.pods.leaveSeconds }}S}
- {name: QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE, value: {{ .service.connections | quote }}}
{{ include "service.databaseEnvironment" . }}
# The job migrates, as the owner. Here nobody knows the owner's password: as the application, a service looks whether
# the database is as new as itself or newer, and otherwise does not start.
- {name: QUARKUS_FLYWAY_OWNER_MIGRATE_AT_START, value: "false"}
- {name: QUARKUS_FLYWAY_OWNER_VALIDATE_AT_START, value: "true"}
- {name: QUARKUS_DATASOURCE_OWNER_USERNAME, value: {{ include "service.database" . }}_app}
- name: DATABASE_OWNER_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .name }}-database, key: password}}
- {name: OIDC_ISSUER, value: {{ .root.Values.platform.keycloak.issuer | quote }}}
- {name: QUARKUS_OIDC_JWKS_PATH, value: {{ include "platform.keycloak.internal" .root }}/protocol/openid-connect/certs}
{{- if .service.calls }}
- {name: QUARKUS_OIDC_CLIENT_TOKEN_PATH, value: {{ include "platform.keycloak.internal" .root }}/protocol/openid-connect/token}
- name: OIDC_CLIENT_SECRET
  valueFrom: {secretKeyRef: {name: {{ .name }}-client, key: secret}}
{{- end }}
{{- range .service.calls }}
- {name: {{ . | replace "-" "_" | upper }}_URL, value: "http://{{ . }}:8080"}
{{- end }}
{{- if .service.reads }}
- {name: KAFKA_BOOTSTRAP_SERVERS, value: {{ include "platform.kafka.bootstrap" .root | quote }}}
- {name: KAFKA_SECURITY_PROTOCOL, value: SASL_SSL}
- {name: KAFKA_SASL_MECHANISM, value: SCRAM-SHA-512}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom: {secretKeyRef: {name: {{ .name }}-kafka, key: sasl.jaas.config}}
- {name: KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM}
- {name: KAFKA_SSL_TRUSTSTORE_LOCATION, value: /etc/trust/kafka/ca.crt}
{{- end }}
{{- with .root.Values.telemetry.endpoint }}
- {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }}}
- {name: TRACE_SAMPLE_RATIO, value: {{ $.root.Values.telemetry.sample | quote }}}
{{- end }}
{{- range .service.folders }}
- {name: {{ .variable }}, value: /etc/council/{{ .configMap }}}
{{- end }}
{{- range $name, $value := .service.env }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- end }}
